using System.Text;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Comments;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Access;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Web.Tests.Canaries;

/// <summary>The real program with a random workspace, whose records have comments and files besides, and one of them is in the trash.</summary>
internal sealed class CanaryHost : IAsyncDisposable
{
    private readonly List<Member> _members = [];
    private readonly List<long> _files = [];

    public TemporaryWorkspace Program { get; } = new();

    public CanaryWorkspace Workspace { get; private set; } = null!;

    public IReadOnlyList<Member> Members => _members;

    public IReadOnlyList<long> Files => _files;

    /// <summary>The record in the trash.</summary>
    public long Deleted { get; private set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="listens">On a port of its own, for browsers.</param>
    public static async Task<CanaryHost> StartAsync(int seed, bool listens = false)
    {
        var host = new CanaryHost();
        if (listens)
        {
            host.Program.UseKestrel(0);
            host.Program.StartServer();
        }

        foreach (var name in new[] { "ann", "bob", "fay" })
        {
            host._members.Add(await host.Program.AddMemberAsync(name));
        }

        host.Workspace = new(seed, [.. host._members.Select(member => member.Id)]);
        var app = App.With(
            Form("customer").Field("name", "text").Field("region", "text").Field("phone", "text").Field("owner", "member").Owner().Field("files", "attachment")
                .Field("label", "text").Formula("[name] & \" \" & [phone]")
                .Layout("""[{ "type": "related-list", "settings": { "form": "order", "field": "customer", "columns": ["number", "phone"] } }]"""),
            Form("order").Field("number", "text").Reference("customer", "customer").Field("amount", "number")
                .Field("phone", "lookup", new { reference = "customer", field = "phone" })
                .Lines("line", line => line.Field("item", "text").Field("price", "number"), "sub-table")).WithRoles(host.Workspace.Roles);
        var published = await host.Service<IPublisher>().PublishAsync(app, Actor.System, cancellationToken: Cancellation);
        Assert.True(published.Version is not null, string.Join("; ", published.Diagnostics));
        await host.Workspace.FillAsync(host.Service<IRoleAssignments>(), host.Service<IWorkspace>(), host.Service<SavePipeline>());
        await host.AddAsync();
        return host;
    }

    public T Service<T>() where T : notnull => Program.Services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => Program.DisposeAsync();

    private async Task AddAsync()
    {
        var admin = new Actor((await Program.AddMemberAsync("admin", member => member.IsAdministrator = true)).Id, "admin", IsAdministrator: true);
        foreach (var customer in Workspace.Records.Where(record => record.Form == "customer").ToList())
        {
            var model = Service<IWorkspace>().Current.FindForm("customer")!;
            Assert.Null(await Service<IRecordComments>().AddAsync(model, customer.Id, $"cc-{customer.Id}-x", [], admin, Cancellation));
            using var content = new MemoryStream(Encoding.UTF8.GetBytes($"ct-{customer.Id}-x"));
            var file = (await Service<IFileStore>().ReceiveAsync(new($"cf-{customer.Id}-x.txt", content.Length, content), new(), admin, cancellationToken: Cancellation)).File!.Id;
            var input = new RecordInput { Id = customer.Id, Values = new Dictionary<string, InputValue> { ["files"] = InputValue.Of([InputValue.Of((decimal)file)]) } };
            Assert.IsType<SaveResult.Saved>(await Service<SavePipeline>().SaveAsync(new(model, [input], admin, ChangeSource.Page), Cancellation));
            _files.Add(file);
            Workspace.Plant(customer, new Dictionary<string, string> { ["comment"] = $"cc-{customer.Id}-x", ["file"] = $"cf-{customer.Id}-x", ["content"] = $"ct-{customer.Id}-x" });
        }

        var order = Workspace.Records.Last(record => record.Form == "order");
        Deleted = order.Id;
        Assert.IsType<SaveResult.Saved>(await Service<SavePipeline>().DeleteAsync(
            new(Service<IWorkspace>().Current.FindForm("order")!, [new RecordInput { Id = order.Id }], admin, ChangeSource.Page), Cancellation));
    }
}
