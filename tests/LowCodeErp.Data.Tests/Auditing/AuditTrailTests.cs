using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Queries;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Auditing;

public sealed class AuditTrailTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Entry_WrittenAndRead_IsTheSame(DatabaseProvider provider)
    {
        await using var database = await LoggedDatabase.CreateAsync(provider);
        var change = new LocalizedText("新增字段“电话”", "New field \"phone\"");
        await database.Log.WriteAsync(
            new(AuditKind.Publication, LoggedDatabase.Li) { App = "crm", Facts = [new(AuditDetail.Version, 3), new(AuditDetail.Change, change), new(AuditDetail.Change, "<b>")] }, Cancellation);

        var read = Assert.Single(await new AuditTrail(database.Database.Connections).ReadAsync(new(), 10, Cancellation));

        Assert.Equal((AuditKind.Publication, "crm", "", 0L, 7L, "李四", "192.0.2.7"), (read.Kind, read.App, read.Form, read.RecordId, read.ActorId, read.ActorName, read.Address));
        Assert.Equal((database.Clock.Now.UtcDateTime, DateTimeKind.Utc), (read.At, read.At.Kind));
        Assert.Equal([new(AuditDetail.Version, "3"), new(AuditDetail.Change, change), new AuditFact(AuditDetail.Change, "<b>")], read.Facts);
    }

    /// <summary>The ids of the first entry of a process are fetched besides.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Entry_Written_IsOneStatement(DatabaseProvider provider)
    {
        await using var database = await LoggedDatabase.CreateAsync(provider);
        await database.WriteAsync(1);

        var commands = await RecordedCommands.DuringAsync(() => database.WriteAsync(1));

        Assert.StartsWith("INSERT INTO", Assert.Single(commands), StringComparison.Ordinal);
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_PageByPage_GivesEveryEntryOnceNewestFirst(DatabaseProvider provider)
    {
        await using var database = await LoggedDatabase.CreateAsync(provider);
        // Several of one moment: the id decides.
        for (var minute = 0; minute < 4; minute++)
        {
            await database.WriteAsync(3);
            database.Clock.Now += TimeSpan.FromMinutes(1);
        }

        var trail = new AuditTrail(database.Database.Connections);
        var (read, query) = (new List<AuditItem>(), new AuditQuery());
        while (await trail.ReadAsync(query, 5, Cancellation) is { Count: > 0 } page)
        {
            read.AddRange(page);
            query = query with { After = AuditPlace.Read(page[^1].Place.ToString()) };
        }

        Assert.Equal(Enumerable.Range(1, 12).Reverse().Select(id => (long)id), read.Select(item => item.Id));
        Assert.Equal(read, await trail.StreamAsync(new(), Cancellation).ToListAsync(Cancellation), (one, other) => one.Id == other.Id && one.At == other.At);
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_Filtered_FindsThoseAlone(DatabaseProvider provider)
    {
        await using var database = await LoggedDatabase.CreateAsync(provider);
        await database.Log.WriteAsync(new(AuditKind.SignIn, LoggedDatabase.Li), Cancellation);
        database.Clock.Now += TimeSpan.FromHours(1);
        await database.Log.WriteAsync(new(AuditKind.Export, new(8, "Wang Fang", IsAdministrator: false)) { Form = "salary", Facts = [new(AuditDetail.Query, "?q=Bonus")] }, Cancellation);
        database.Clock.Now += TimeSpan.FromHours(1);
        await database.Log.WriteAsync(new(AuditKind.Print, Actor.System) { Form = "order" }, Cancellation);
        var noon = new DateTime(2026, 11, 21, 9, 30, 0, DateTimeKind.Utc);

        Assert.Equal("3 2 1", await FindAsync(database, new()));
        Assert.Equal("2", await FindAsync(database, new() { Who = "wang" }));
        Assert.Equal("1", await FindAsync(database, new() { Who = "李" }));
        Assert.Equal("3", await FindAsync(database, new() { Kind = AuditKind.Print }));
        Assert.Equal("2", await FindAsync(database, new() { Form = "salary" }));
        Assert.Equal("2", await FindAsync(database, new() { Words = "bonus" }));
        Assert.Equal("1", await FindAsync(database, new() { Words = "192.0.2" }));
        Assert.Equal("3 2", await FindAsync(database, new() { From = noon }));
        Assert.Equal("1", await FindAsync(database, new() { Until = noon }));
        Assert.Equal("", await FindAsync(database, new() { Words = "100%_" }));
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_EntryThatSomebodyHasSpoilt_IsShownAllTheSame(DatabaseProvider provider)
    {
        await using var database = await LoggedDatabase.CreateAsync(provider);
        await database.WriteAsync(1);
        await database.TamperAsync("UPDATE sys_audit SET kind = 'nonsense', details = '{]'");

        var read = Assert.Single(await new AuditTrail(database.Database.Connections).ReadAsync(new(), 10, Cancellation));

        Assert.Null(read.Kind);
        Assert.Empty(read.Facts);
    }

    private static async Task<string> FindAsync(LoggedDatabase database, AuditQuery query)
        => string.Join(' ', (await new AuditTrail(database.Database.Connections).ReadAsync(query, 10, Cancellation)).Select(item => item.Id));
}
