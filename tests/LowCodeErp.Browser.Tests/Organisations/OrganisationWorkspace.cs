using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Browser.Tests.Organisations;

/// <summary>The template of customer tiering, some people, and a customer of one of them.</summary>
public sealed class OrganisationWorkspace : AppWorkspace
{
    public const string Leaver = "lilei";
    public const string Successor = "zhaoliu";

    private OrganisationWorkspace()
        : base("templates", "customer-tiering")
    {
    }

    public Organisation Organisation => Service<IOrganisation>().Current;

    public static async Task<OrganisationWorkspace> StartAsync()
    {
        var started = new OrganisationWorkspace();
        await started.InitializeAsync();
        return started;
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await AddMemberAsync(Leaver);
        await AddMemberAsync(Successor);
        var customer = new RecordInput { Values = Values(("name", "华东机械"), ("owner", Leaver)) };
        Assert.IsType<SaveResult.Saved>(await Service<SavePipeline>().SaveAsync(new(Form("customer"), [customer], Actor.System, ChangeSource.Command)));
    }

    /// <summary>Who owns the customer.</summary>
    public async Task<string?> ReadOwnerAsync()
    {
        var page = await Service<IRecordQueries>().ReadPageAsync(new(Form("customer")), Actor.System);
        var row = Assert.Single(page.Rows);
        return row.TitleOf(row.Form["owner"]);
    }
}
