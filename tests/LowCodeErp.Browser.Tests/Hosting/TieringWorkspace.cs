using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Browser.Tests.Hosting;

/// <summary>The customer tiering template, empty or with its example data and one run of each model.</summary>
public sealed class TieringWorkspace : AppWorkspace
{
    private TieringWorkspace()
        : base("templates", "customer-tiering")
    {
    }

    public static async Task<TieringWorkspace> StartAsync(bool isFilled)
    {
        var started = new TieringWorkspace();
        await started.InitializeAsync();
        if (isFilled)
        {
            await started.FillAsync();
        }

        return started;
    }

    /// <summary>Keeps everybody else from writing until it is disposed: SQLite has one writer.</summary>
    public Task<WriteTransaction> HoldWriterAsync() => Service<WorkspaceConnections>().BeginWriteAsync();

    public async Task<string> TelephoneOfAsync(string code)
    {
        var form = Form("customer");
        var query = new RecordQuery(form) { Where = new Condition.Compare(FieldPath.Find(form, "code")!, ComparisonOperator.Equal, Value.Of(code)) };
        return (await Service<IRecordQueries>().ReadPageAsync(query, Actor.System)).Rows.Single()[form["phone"]].AsText()!;
    }

    private async Task FillAsync()
    {
        Assert.Empty(await Service<TemplateInstaller>().SeedAsync(Folder, Actor.System));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        foreach (var model in Service<IWorkspace>().Current.TierModels)
        {
            await Service<TierRunner>().RunAsync(model, new(today.AddMonths(-3), DryRun: false, Actor.System), new());
            await Service<TierRunner>().RunAsync(model, new(today, DryRun: false, Actor.System), new());
        }
    }
}
