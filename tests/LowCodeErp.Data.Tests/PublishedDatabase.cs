using LowCodeErp.BuiltIns.FlowNodes.Approval;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Access;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Calendars;
using LowCodeErp.Data.Departments;
using LowCodeErp.Data.Flows;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Organisations;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Publishing;
using LowCodeErp.Data.Records;
using LowCodeErp.Data.Queries;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Layout;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests;

/// <summary>A real database with the platform's tables and an app, and what reads and writes its records.</summary>
internal sealed class PublishedDatabase : IAsyncDisposable
{
    private readonly IdAllocator _ids;

    private PublishedDatabase(TestDatabase database, ExtensionCatalog<IFieldType> fieldTypes)
    {
        Database = database;
        _ids = new(database.Connections);
        Workspace = new(database.Connections, new(fieldTypes, LayoutItems, FlowNodes));
        Store = new(database.Connections, Workspace, _ids);
        Calendars = new(new CalendarStore(database.Connections));
        Organisation = new(new OrganisationStore(database.Connections, Audit));
        Rights = new(database.Connections, Workspace, Calendars, Organisation, new RunningFlows(database.Connections, new FlowVersions(database.Connections, new(fieldTypes, LayoutItems, FlowNodes), Workspace)), Audit, _ids, TimeProvider.System);
        Pipeline = new(Store, Workspace, Rights);
        Publisher = new(database.Connections, new(fieldTypes, LayoutItems, FlowNodes), Workspace, _ids, Pipeline, new(fieldTypes, LayoutItems), Rights, TimeProvider.System);
        Kept = new(database.Connections, new(fieldTypes, LayoutItems));
    }

    /// <summary>The steps of flows that the product has.</summary>
    public static ExtensionCatalog<IFlowNode> FlowNodes { get; } = new(BuiltIns<IFlowNode>());

    /// <summary>The layout items that the product has.</summary>
    public static ExtensionCatalog<ILayoutItem> LayoutItems { get; } = new(BuiltIns<ILayoutItem>());

    public TestDatabase Database { get; }

    public PublishedWorkspace Workspace { get; }

    public Publisher Publisher { get; }

    public KeptValuesStore Kept { get; }

    public RecordStore Store { get; }

    public RecordQueries Queries
        => new(Database.Connections, new(Database.Connections), new(Database.Connections), Workspace, Rights);

    public AuditLog Audit => new(Database.Connections, _ids, TimeProvider.System);

    public DepartmentStore Departments => new(Database.Connections, Audit);

    public WorkingCalendars Calendars { get; }

    /// <summary>Empty until a test loads it.</summary>
    public CurrentOrganisation Organisation { get; }

    public MemberRights Rights { get; }

    public SavePipeline Pipeline { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static IEnumerable<T> BuiltIns<T>() where T : IExtension => ExtensionScanner.Find<T>(typeof(ApprovalNode).Assembly).Select(type => (T)Activator.CreateInstance(type)!);

    public static Task<PublishedDatabase> CreateAsync(DatabaseProvider provider, params FormBuilder[] forms)
        => CreateAsync(provider, TestFields.Catalog, forms);

    public static async Task<PublishedDatabase> CreateAsync(
        DatabaseProvider provider, ExtensionCatalog<IFieldType> fieldTypes, params FormBuilder[] forms)
    {
        var database = new PublishedDatabase(await TestDatabase.CreateWithPlatformAsync(provider), fieldTypes);
        await database.Calendars.LoadAsync(Cancellation);
        await database.PublishAsync(forms);
        return database;
    }

    public FormModel Form(string key) => Workspace.Current.FindForm(key)!;

    /// <summary>Publishes and fails the test when that is refused.</summary>
    public Task PublishAsync(params FormBuilder[] forms) => PublishAsync(App.With(forms));

    public async Task PublishAsync(AppPackage package)
    {
        var result = await Publisher.PublishAsync(package, Actor.System, cancellationToken: Cancellation);
        Assert.True(result.Version is not null, string.Join("; ", result.Diagnostics));
    }

    public Task<PublishResult> TryPublishAsync(params FormBuilder[] forms) => Publisher.PublishAsync(App.With(forms), Actor.System, cancellationToken: Cancellation);

    public async Task<string> RefuseAsync(params FormBuilder[] forms)
    {
        var result = await TryPublishAsync(forms);
        Assert.Null(result.Version);
        return result.Diagnostics.Single(diagnostic => diagnostic.Severity == Severity.Error).Code;
    }

    public async Task<RecordTransaction> BeginAsync() => (RecordTransaction)await Store.BeginAsync(Cancellation);

    /// <summary>Stores new records, with their history, given by their values in the order of the form's fields.</summary>
    public async Task<long> InsertAsync(string form, params object?[][] rows)
    {
        await using var transaction = await BeginAsync();
        var first = await transaction.AllocateIdsAsync(rows.Length, Cancellation);
        var model = Form(form);
        var writes = rows.Select((values, index) => NewRecord(first + index, values, index)).ToList();
        await transaction.InsertAsync(model, writes, Cancellation);
        await transaction.AppendHistoryAsync([.. writes.Select(write => NewHistory(model, write, RecordAction.Create))], Cancellation);
        await transaction.CommitAsync(Cancellation);
        return first;
    }

    public async Task<StoredRecord?> FindAsync(string form, long id)
    {
        await using var transaction = await BeginAsync();
        return (await transaction.ReadAsync(Form(form), [id], Cancellation)).GetValueOrDefault(id);
    }

    public async Task<object?> QueryAsync(string sql)
    {
        await using var connection = await Database.Connections.OpenReadAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Cancellation);
    }

    /// <summary>Past all checks, as damage would come about.</summary>
    public Task ExecuteAsync(string sql) => Tampering.ExecuteAsync(Database.Connections, sql);

    public static RecordWrite NewRecord(long id, object?[] values, int position = 0) => new(id, 1, values, position, Now, MemberId: null);

    public static HistoryWrite NewHistory(FormModel form, RecordWrite record, RecordAction action, string changes = "{}", Actor? actor = null)
        => new(form, record.Id, record.Version, action, record.At, actor ?? Actor.System, ChangeSource.Import, changes);

    public static DateTime Now { get; } = new DateTime(2026, 11, 21, 8, 30, 0, DateTimeKind.Utc).AddTicks(1_234_560);

    public PlatformContext OpenPlatform() => new PlatformContextFactory(Database.Connections).CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        _ids.Dispose();
        await Database.DisposeAsync();
    }
}
