using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Metadata.Views;
using LowCodeErp.Portal.Views;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Views;
using LowCodeErp.Web.Tests.Hosting;

namespace LowCodeErp.Browser.Tests.Lists;

/// <summary>Three customers in a workspace of its own, with members who make views of them.</summary>
public sealed class ViewWorkspace() : AppWorkspace("templates", "customer-tiering")
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var member in (string[])["second", "third"])
        {
            await AddMemberAsync(member);
            await GiveRoleAsync(member, "customer-tiering", "manager");
        }

        foreach (var name in (string[])["华东一", "华东二", "华南"])
        {
            await AddAsync("customer", new() { Values = Values(("name", name)) });
        }
    }

    public async Task<Window> OpenAsync(BrowserFixture browser, string member)
    {
        var window = await browser.OpenAsync(address: Address);
        await window.SignInAsync(member, TemporaryWorkspace.Password);
        return window;
    }

    /// <summary>A member's own view of customers, as it was kept once.</summary>
    public async Task KeepViewAsync(string member, ViewDefinition view)
    {
        var found = Assert.Single(await Service<IRecordQueries>().SuggestMembersAsync(member, 1, Actor.System, TestContext.Current.CancellationToken));
        await Service<IPersonalViewStore>().ChangeAsync(found.Id, "customer", views => views with { Views = [.. views.Views, view] });
    }

    /// <summary>As an administrator does it on the list.</summary>
    public async Task ShareColoursAsync() => Assert.Empty(await Service<MemberViews>().ShareAsync(Form("customer"), new()
    {
        Key = "colours", Label = new("颜色"),
        Colours =
        [
            new() { When = "CONTAINS([name], \"华南\")", Colour = ViewColour.Red, Label = new("重点") },
            new() { When = "CONTAINS([name], \"华东\")", Colour = ViewColour.Blue, Label = new("华东"), Field = "name" },
        ],
    }, Actor.System));
}
