using System.Globalization;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Auditing;

/// <summary>A database with entries in both logs, and what seals and checks them.</summary>
internal sealed class LoggedDatabase : IAsyncDisposable
{
    private readonly IdAllocator _ids;
    private readonly List<AuditSealer> _sealers = [];

    private LoggedDatabase(TestDatabase database)
    {
        Database = database;
        _ids = new(database.Connections);
        Log = new(database.Connections, _ids, Clock);
        Sealer = NewSealer();
    }

    public TestDatabase Database { get; }

    public SetClock Clock { get; } = new();

    public AuditLog Log { get; }

    public AuditSealer Sealer { get; }

    public static Actor Li { get; } = new(7, "李四", IsAdministrator: false) { Address = "192.0.2.7" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<LoggedDatabase> CreateAsync(DatabaseProvider provider) => new(await TestDatabase.CreateWithPlatformAsync(provider));

    /// <summary>As one more node has it.</summary>
    public AuditSealer NewSealer()
    {
        var sealer = new AuditSealer(Database.ConnectAnotherNode(), Clock);
        _sealers.Add(sealer);
        return sealer;
    }

    public async Task WriteAsync(int count)
    {
        for (var index = 0; index < count; index++)
        {
            await Log.WriteAsync(new(AuditKind.RecordRead, Li) { App = "crm", Form = "customer", RecordId = index, Facts = [new(AuditDetail.Query, "?q=张")] }, Cancellation);
        }
    }

    /// <summary>Entries of the history with these ids.</summary>
    public async Task WriteHistoryAsync(params IEnumerable<long> ids)
    {
        await using var write = await Database.Connections.BeginWriteAsync(Cancellation);
        await using var context = new PlatformContextFactory(Database.Connections).Join(write);
        context.AddRange(ids.Select(NewHistory));
        await context.SaveChangesAsync(Cancellation);
        await write.CommitAsync(Cancellation);
    }

    public async Task AddAsync(object row)
    {
        await using var write = await Database.Connections.BeginWriteAsync(Cancellation);
        await using var context = new PlatformContextFactory(Database.Connections).Join(write);
        context.Add(row);
        await context.SaveChangesAsync(Cancellation);
        await write.CommitAsync(Cancellation);
    }

    public Task TamperAsync(string sql) => Tampering.ExecuteAsync(Database.Connections, sql);

    public Task<AuditVerdict> CheckAsync(string? expected = null) => new AuditCheck(Database.Connections).RunAsync(expected, cancellationToken: Cancellation);

    /// <summary>The codes and places of what the check finds.</summary>
    public async Task<string> FindAsync() => string.Join(", ", (await CheckAsync()).Findings.Select(finding => $"{finding.Code} {finding.Path}"));

    public async Task<long> CountAsync(string table)
    {
        await using var connection = await Database.Connections.OpenReadAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {table}";
        return Convert.ToInt64(await command.ExecuteScalarAsync(Cancellation), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        _sealers.ForEach(sealer => sealer.Dispose());
        _ids.Dispose();
        await Database.DisposeAsync();
    }

    public HistoryEntry NewHistory(long id) => new HistoryEntry
    {
        Id = id, Form = "customer", RecordId = 5, Version = id, Action = HistoryAction.Update, At = Clock.Now.UtcDateTime, ActorId = 9, ActorName = "张三",
        Through = HistoryThrough.Import, Changes = """{"name":["旧","新"]}""",
    }.Seal();
}
