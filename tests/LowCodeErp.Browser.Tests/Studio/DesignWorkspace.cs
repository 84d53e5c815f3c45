using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Drafts;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Browser.Tests.Studio;

/// <summary>The template of customer tiering in a workspace of its own, since designs are published in it.</summary>
public sealed class DesignWorkspace() : AppWorkspace("templates", "customer-tiering")
{
    public FormModel? FindForm(string key) => Service<IWorkspace>().Current.FindForm(key);

    /// <summary>Publishes the app with one more role.</summary>
    public async Task AddRoleAsync(RoleDefinition role)
    {
        var package = (await Service<IAppVersions>().FindLatestAsync("customer-tiering"))!.Package;
        var published = await Service<IPublisher>().PublishAsync(package with { Roles = [.. package.Roles, new($"roles/{role.Key}.json", role, DefinitionWriter.Write(role))] }, Actor.System);
        Assert.NotNull(published.Version);
    }

    /// <summary>An order of a customer of the same name.</summary>
    public async Task AddOrderAsync(string number)
    {
        await AddAsync("customer", new() { Values = Values(("code", number), ("name", number)) });
        await AddAsync("order", new() { Values = Values(("order-no", number), ("customer", number), ("order-date", "2026-03-05")) });
    }

    /// <param name="owner">The user name of who is responsible.</param>
    public Task AddCustomerOfAsync(string name, string owner) => AddAsync("customer", new() { Values = Values(("name", name), ("owner", owner)) });

    /// <returns>The id.</returns>
    public Task<long> AddCustomerOfAsync(string name, string owner, string phone)
        => AddAsync("customer", new() { Values = Values(("name", name), ("owner", owner), ("phone", phone)) });

    /// <summary>What a member has entered into a record and not saved.</summary>
    public async Task KeepDraftAsync(string member, string form, long id)
        => await Service<IDraftStore>().KeepAsync(new(await FindMemberAsync(member), form, id), "elsewhere", """{"values":{"name":"entered before"}}""");

    public async Task AddCustomersAsync(params string[] names)
    {
        foreach (var name in names)
        {
            await AddAsync("customer", new() { Values = Values(("name", name)) });
        }
    }
}
