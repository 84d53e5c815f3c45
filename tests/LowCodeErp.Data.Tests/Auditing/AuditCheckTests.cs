using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Tests.Auditing;

/// <summary>Tampering with any row of the logs is found (issue 6).</summary>
public sealed class AuditCheckTests
{
    private const int RowsPerColumn = 4;

    private static readonly (string Table, string Id, string[] Columns)[] _tables =
    [
        ("sys_history", "id", ["id", "form", "record_id", "version", "action", "at", "actor_id", "actor_name", "through", "changes", "hash"]),
        ("sys_audit", "id", ["id", "at", "actor_id", "actor_name", "kind", "app", "form", "record_id", "details", "address", "hash"]),
        ("sys_seal", "number", ["number", "log", "from_id", "to_id", "count", "sealed_at", "rows_hash", "previous_hash", "hash"]),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Check_AnyColumnOfAnyRowChanged_IsFound(DatabaseProvider provider)
    {
        await using var database = await CreateSealedAsync(provider);
        foreach (var (table, id, columns) in _tables)
        {
            foreach (var column in columns)
            {
                for (var turn = 0; turn < RowsPerColumn; turn++)
                {
                    var row = await PickAsync(database, table);
                    await AssertFoundAsync(database, table, $"UPDATE {table} SET {column} = {Changed(provider, column)} WHERE {id} = {row}", $"{column} of row {row}");
                }
            }
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Check_AnyRowDeleted_IsFoundAndNamed(DatabaseProvider provider)
    {
        await using var database = await CreateSealedAsync(provider);
        foreach (var (table, id, _) in _tables)
        {
            for (var turn = 0; turn < 2 * RowsPerColumn; turn++)
            {
                var row = await PickAsync(database, table);
                var findings = await AssertFoundAsync(database, table, $"DELETE FROM {table} WHERE {id} = {row}", $"row {row}");
                Assert.Contains(findings, finding => finding == $"{table}.{row}" || finding == "sys_seal");
            }
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Check_AnyRowCopiedUnderANewId_IsFound(DatabaseProvider provider)
    {
        await using var database = await CreateSealedAsync(provider);
        foreach (var (table, id, columns) in _tables)
        {
            for (var turn = 0; turn < RowsPerColumn; turn++)
            {
                var row = await PickAsync(database, table);
                // A range has one seal, whatever its number: the copy of one is of another range.
                var copied = columns.Select(column => column == id || column == "from_id" ? $"{column} + 777777" : column);
                await AssertFoundAsync(
                    database, table, $"INSERT INTO {table} ({string.Join(", ", columns)}) SELECT {string.Join(", ", copied)} FROM {table} WHERE {id} = {row}", $"a copy of row {row}");
            }
        }
    }

    /// <summary>The hash of a row is no secret; what was sealed since it claims to be of, is.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Check_RowAddedWithAnEarlierTimeAndItsRightHash_IsFoundBeforeAndAfterItIsSealed(DatabaseProvider provider)
    {
        await using var database = await CreateSealedAsync(provider);
        var at = database.Clock.Now.UtcDateTime.AddDays(-4);
        await database.AddAsync(new AuditRow { Id = 555, At = at, ActorId = 7, ActorName = "李四", Kind = "sign-in", Details = "[]" }.Seal());

        Assert.Equal("audit.row-late sys_audit.555", await database.FindAsync());
        await database.Sealer.RunAsync(isThorough: true, Cancellation);
        Assert.Equal("audit.row-late sys_audit.555", await database.FindAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Check_RowRewrittenTogetherWithItsHash_NamesTheSealedRange(DatabaseProvider provider)
    {
        await using var database = await CreateSealedAsync(provider);
        await database.TamperAsync("DELETE FROM sys_history WHERE id = 2");
        await database.AddAsync(new HistoryEntry { Id = 2, Form = "customer", ActorName = "李四", Changes = "{}", At = database.Clock.Now.UtcDateTime }.Seal());

        var finding = Assert.Single((await database.CheckAsync()).Findings);

        Assert.Equal("audit.range-altered sys_history.1", $"{finding.Code} {finding.Path}");
        Assert.Contains("1 至 10", finding.Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [EveryDatabase]
    public async Task Check_SealRewrittenTogetherWithItsHash_BreaksTheChain(DatabaseProvider provider)
    {
        await using var database = await CreateSealedAsync(provider);
        Seal seal;
        await using (var context = new PlatformContextFactory(database.Database.Connections).CreateDbContext())
        {
            seal = await context.Seals.SingleAsync(stored => stored.Number == 2, Cancellation);
        }

        await database.TamperAsync("DELETE FROM sys_seal WHERE number = 2");
        await database.AddAsync(new Seal
        {
            Number = 2, Log = seal.Log, FromId = seal.FromId, ToId = seal.ToId, Count = seal.Count, RowsHash = seal.RowsHash, PreviousHash = seal.PreviousHash,
            SealedAt = seal.SealedAt.AddMinutes(-1),
        }.Close());

        Assert.Equal("audit.chain-broken sys_seal.3", await database.FindAsync());
    }

    /// <summary>Whoever takes off the end leaves a sound chain; only what was noted outside tells.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Check_EndCutOff_IsFoundByTheNotedHash(DatabaseProvider provider)
    {
        await using var database = await CreateSealedAsync(provider);
        var noted = (await database.CheckAsync()).LastHash;
        await database.WriteAsync(2);
        await database.Sealer.RunAsync(isThorough: true, Cancellation);
        Assert.True((await database.CheckAsync(noted)).IsSound, "a noted seal may have successors");
        var last = await database.CountAsync("sys_seal");

        await database.TamperAsync($"DELETE FROM sys_seal WHERE number >= {last - 1}");

        Assert.True((await database.CheckAsync()).IsSound);
        Assert.Equal("audit.seal-expected", Assert.Single((await database.CheckAsync(noted)).Findings).Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task Check_ThousandsOfFindings_AreCountedAndTheFirstAreNamed(DatabaseProvider provider)
    {
        await using var database = await LoggedDatabase.CreateAsync(provider);
        await database.WriteHistoryAsync(Enumerable.Range(1, 1_500).Select(index => (long)index));
        await database.TamperAsync("UPDATE sys_history SET form = 'order'");

        var verdict = await database.CheckAsync();

        Assert.Equal((1_500L, 200), (verdict.FindingCount, verdict.Findings.Count));
        Assert.Equal("sys_history.1", verdict.Findings[0].Path);
    }

    [Theory]
    [EveryDatabase]
    public async Task Check_EmptyLogs_AreSound(DatabaseProvider provider)
    {
        await using var database = await LoggedDatabase.CreateAsync(provider);

        var verdict = await database.CheckAsync();

        Assert.Equal((true, 0L, 0L, ""), (verdict.IsSound, verdict.Rows, verdict.LastSeal, verdict.LastHash));
    }

    /// <summary>Three times of sealing, days apart, with gaps.</summary>
    private static async Task<LoggedDatabase> CreateSealedAsync(DatabaseProvider provider)
    {
        var database = await LoggedDatabase.CreateAsync(provider);
        for (var round = 0L; round < 3; round++)
        {
            await database.WriteAsync(8);
            await database.WriteHistoryAsync(Enumerable.Range(1, 10).Select(index => (round * 1_000) + index));
            await database.Sealer.RunAsync(isThorough: true, Cancellation);
            database.Clock.Now += TimeSpan.FromDays(2);
        }

        foreach (var (table, _, _) in _tables)
        {
            await database.TamperAsync($"CREATE TABLE untouched_{table} AS SELECT * FROM {table}");
        }

        return database;
    }

    private static async Task<long> PickAsync(LoggedDatabase database, string table)
    {
        await using var connection = await database.Database.Connections.OpenReadAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {(table == "sys_seal" ? "number" : "id")} FROM {table} ORDER BY random() LIMIT 1";
        return Convert.ToInt64(await command.ExecuteScalarAsync(Cancellation), null);
    }

    /// <returns>The places of what was found.</returns>
    private static async Task<IReadOnlyList<string>> AssertFoundAsync(LoggedDatabase database, string table, string sql, string what)
    {
        var noted = (await database.CheckAsync()).LastHash;
        await database.TamperAsync(sql);
        var verdict = await database.CheckAsync(noted);
        Assert.True(verdict.FindingCount > 0, $"{table}: {what} was not found.");
        Assert.All(verdict.Findings, finding => Assert.False(string.IsNullOrEmpty(finding.Message.English)));

        await database.TamperAsync($"DELETE FROM {table}; INSERT INTO {table} SELECT * FROM untouched_{table}");
        Assert.Equal("", await database.FindAsync());
        return [.. verdict.Findings.Select(finding => finding.Path)];
    }

    private static string Changed(DatabaseProvider provider, string column) => (provider, column) switch
    {
        (_, "id" or "number" or "record_id" or "version" or "actor_id" or "from_id" or "to_id" or "count") => $"{column} + 100003",
        (DatabaseProvider.Sqlite, "at" or "sealed_at") => $"replace({column}, '2026', '2025')",
        (_, "at" or "sealed_at") => $"{column} + interval '1 microsecond'",
        (DatabaseProvider.Sqlite, "hash" or "rows_hash" or "previous_hash") => "randomblob(32)",
        (_, "hash" or "rows_hash" or "previous_hash") => $"set_byte({column}, 7, (get_byte({column}, 7) + 1) % 256)",
        _ => $"{column} || 'x'",
    };
}
