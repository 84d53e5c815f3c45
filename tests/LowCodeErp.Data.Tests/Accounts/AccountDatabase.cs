using LowCodeErp.Data.Accounts;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Members;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Tests.Accounts;

/// <summary>The account tables of a new workspace, and a clock that stands still.</summary>
internal sealed class AccountDatabase : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly IdAllocator _ids;

    private AccountDatabase(TestDatabase database)
    {
        var policy = new PasswordPolicy(new());
        _database = database;
        _ids = new(database.Connections);
        var audit = new AuditLog(database.Connections, _ids, Clock);
        var notes = new MemberNotes(audit);
        var ends = new SessionEnds(audit);
        Viewings = new(database.Connections, audit, ends, Clock);
        Accounts = new(database.Connections, policy, notes, ends);
        Directory = new(database.Connections, Clock);
        Links = new(database.Connections, policy, notes, ends, Clock);
        Keys = new(database.Connections, _ids, notes, Clock);
        Sessions = new(database.Connections, _ids, ends, Clock);
    }

    public SetClock Clock { get; } = new();

    public MemberAccounts Accounts { get; }

    public MemberDirectory Directory { get; }

    public PasswordLinks Links { get; }

    public ApiKeys Keys { get; }

    public MemberSessions Sessions { get; }

    public MemberViewings Viewings { get; }

    public static async Task<AccountDatabase> CreateAsync(DatabaseProvider provider) => new(await TestDatabase.CreateWithPlatformAsync(provider));

    public async Task<long> AddAsync(string userName, bool isAdministrator = false)
    {
        Assert.Empty(await Accounts.AddAsync([new(userName, userName, "", isAdministrator)], Runtime.Records.Actor.System, TestContext.Current.CancellationToken));
        return (await ReadAsync(userName)).Id;
    }

    public async Task<Member> ReadAsync(string userName)
    {
        await using var context = new PlatformContextFactory(_database.Connections).CreateDbContext();
        return await context.Users.AsNoTracking().SingleAsync(member => member.UserName == userName, TestContext.Current.CancellationToken);
    }

    public async Task ChangeAsync(Func<PlatformContext, Task> change)
    {
        await using var context = new PlatformContextFactory(_database.Connections).CreateDbContext();
        await change(context);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _ids.Dispose();
        return _database.DisposeAsync();
    }

    internal sealed class SetClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Advance(TimeSpan time) => _now += time;
    }
}
