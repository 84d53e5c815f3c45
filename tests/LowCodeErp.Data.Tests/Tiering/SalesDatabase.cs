using System.Globalization;
using LowCodeErp.Data.Access;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Calendars;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Organisations;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Data.Records;
using LowCodeErp.Data.Tiering;
using LowCodeErp.Data.Tests.Flows;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.ReferenceData;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Tests.Tiering;

/// <summary>A database with the tables of <see cref="SalesApp"/>, filled by the test.</summary>
internal sealed class SalesDatabase : IAsyncDisposable, IWorkspace
{
    private static readonly DateTime _now = new(2026, 1, 31, 8, 0, 0, DateTimeKind.Utc);
    private readonly TestDatabase _database;
    private readonly IdAllocator _ids;
    private long _nextId;

    private SalesDatabase(TestDatabase database, WorkspaceModel workspace)
    {
        _database = database;
        _ids = new(database.Connections);
        Current = workspace;
        Data = new(database.Connections, _ids, this);
        Standings = new(database.Connections, new(database.Connections), new(database.Connections), this, Rights);
    }

    public event Action? Changed
    {
        add { }
        remove { }
    }

    public WorkspaceModel Current { get; }

    public TimeZoneInfo TimeZone => TimeZoneInfo.Utc;

    public TierData Data { get; }

    public TierStandings Standings { get; }

    public WorkingCalendars Calendars => new(new CalendarStore(_database.Connections));

    public RecordQueries Queries
        => new(_database.Connections, new(_database.Connections), new(_database.Connections), this, Rights);

    private MemberRights Rights => new(_database.Connections, this, Calendars, new CurrentOrganisation(new OrganisationStore(_database.Connections, new AuditLog(_database.Connections, _ids, TimeProvider.System))), new NoFlows(), new AuditLog(_database.Connections, _ids, TimeProvider.System), _ids, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SalesDatabase> CreateAsync(DatabaseProvider provider, WorkspaceModel workspace)
    {
        var sales = new SalesDatabase(await TestDatabase.CreateWithPlatformAsync(provider), workspace);
        await using var write = await sales._database.Connections.BeginWriteAsync(Cancellation);
        await using var context = new WorkspaceContextFactory(sales._database.Connections).Join(write, workspace);
        await context.GetService<IRelationalDatabaseCreator>().CreateTablesAsync(Cancellation);
        await write.CommitAsync(Cancellation);
        return sales;
    }

    public PlatformContext OpenPlatform() => new PlatformContextFactory(_database.Connections).CreateDbContext();

    public async Task<TierRunResult> RunAsync(string model, DateOnly asOf, bool isDryRun = false)
        => (await new TierRunner(Data, Rights, TimeProvider.System).RunAsync(Current.FindTierModel(model)!, new(asOf, isDryRun, Actor.System), new(), null, Cancellation))!;

    public Task<long> AddCustomerAsync(string? code, string? name = null, bool isDeleted = false) => AddAsync("customer", isDeleted, ("code", code), ("name", name));

    public Task<long> AddOrderAsync(long? customer, string? date, decimal? amount, decimal? returned = null, string? status = null, long? promotion = null, bool isDeleted = false)
        => AddAsync(
            "order", isDeleted, ("customer", customer), ("date", date is null ? null : DateOnly.Parse(date, CultureInfo.InvariantCulture)),
            ("amount", amount), ("returned", returned), ("status", status), ("promotion", promotion));

    public Task<long> AddPromotionAsync(string? state, decimal? value, bool isDeleted = false) => AddAsync("promotion", isDeleted, ("state", state), ("value", value));

    public Task<long> AddLineAsync(long order, decimal? amount, decimal? returned = null, bool isDeleted = false)
        => AddAsync("line", isDeleted, ("order", order), ("amount", amount), ("returned", returned));

    /// <summary>Each row is a line, and the orders carry the amount of their first line.</summary>
    public async Task AddAsync(ReferenceSet set)
    {
        var customers = set.Rows.Select(row => row.Customer).Distinct().ToDictionary(code => code, _ => ++_nextId);
        var orders = set.Rows.DistinctBy(row => row.Order).ToDictionary(row => row.Order, row => (Id: ++_nextId, Row: row));
        await AddAsync("customer", customers.Select(customer => (customer.Value, Values(("code", customer.Key), ("name", customer.Key)))));
        await AddAsync("order", orders.Values.Select(order => (
            order.Id, Values(("customer", customers[order.Row.Customer]), ("date", order.Row.Date), ("amount", order.Row.Cents / 100m)))));
        await AddAsync("line", set.Rows.Select(row => (++_nextId, Values(("order", orders[row.Order].Id), ("amount", row.Cents / 100m)))));
    }

    public async ValueTask DisposeAsync()
    {
        _ids.Dispose();
        await _database.DisposeAsync();
    }

    private static Dictionary<string, object?> Values(params (string Field, object? Value)[] values) => values.ToDictionary(pair => pair.Field, pair => pair.Value);

    private async Task<long> AddAsync(string form, bool isDeleted, params (string Field, object? Value)[] values)
    {
        await AddAsync(form, [(++_nextId, Values(values))], isDeleted);
        return _nextId;
    }

    private async Task AddAsync(string form, IEnumerable<(long Id, Dictionary<string, object?> Values)> records, bool isDeleted = false)
    {
        var table = Current.FindForm(form)!;
        await using var write = await _database.Connections.BeginWriteAsync(Cancellation);
        await using var context = new WorkspaceContextFactory(_database.Connections).Join(write, Current);
        await using var transaction = RecordTransaction.Within(write, new(_database.Connections, _ids), new(context, TimeZone));
        await transaction.InsertAsync(table, [.. records.Select(record => new RecordWrite(
            record.Id, 1, [.. table.Fields.Select(field => record.Values.GetValueOrDefault(field.Key))], 0, _now, null, isDeleted))], Cancellation);
        await write.CommitAsync(Cancellation);
    }
}
