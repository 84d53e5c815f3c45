using LowCodeErp.Data.Accounts;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Tests.Accounts;

/// <summary>Who may see the program as whom, and for how long (R110).</summary>
public sealed class MemberViewingsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task View_OfAMember_StandsInTheSessionUntilItIsEnded(DatabaseProvider provider)
    {
        await using var database = await AccountDatabase.CreateAsync(provider);
        var (chief, member, session) = await PrepareAsync(database);
        var other = await database.Sessions.StartAsync(chief.MemberId!.Value, "", "", Cancellation);

        Assert.Null(await database.Viewings.BeginAsync(session, member, " 核对权限 ", chief, Cancellation));

        var standing = await database.Sessions.FindAsync(session, Cancellation);
        Assert.Equal(new MemberViewing(member, "seen", database.Clock.GetUtcNow().UtcDateTime + MemberViewings.Limit, "核对权限"), standing!.Viewing);
        Assert.Equal(chief.MemberId, standing.MemberId);
        Assert.Null((await database.Sessions.FindAsync(other, Cancellation))!.Viewing);

        await database.Viewings.EndAsync(session, cancellationToken: Cancellation);
        await database.Viewings.EndAsync(session, cancellationToken: Cancellation);
        await database.Viewings.EndAsync(other, cancellationToken: Cancellation);
        Assert.Null((await database.Sessions.FindAsync(session, Cancellation))!.Viewing);
        Assert.Equal(["viewing-begun chief", "viewing-ended chief"], await ReadNotesAsync(database));
    }

    [Theory]
    [EveryDatabase]
    public async Task View_AfterItsTime_IsOverAndItsEndIsToBeNoted(DatabaseProvider provider)
    {
        await using var database = await AccountDatabase.CreateAsync(provider);
        var (chief, member, session) = await PrepareAsync(database);
        Assert.Null(await database.Viewings.BeginAsync(session, member, "why", chief, Cancellation));

        database.Clock.Advance(MemberViewings.Limit - TimeSpan.FromSeconds(1));
        Assert.NotNull((await database.Sessions.FindAsync(session, Cancellation))!.Viewing);
        database.Clock.Advance(TimeSpan.FromSeconds(1));

        var standing = await database.Sessions.FindAsync(session, Cancellation);
        Assert.Equal((null, true), (standing!.Viewing, standing.IsViewingOver));
        await database.Viewings.EndAsync(session, cancellationToken: Cancellation);
        Assert.False((await database.Sessions.FindAsync(session, Cancellation))!.IsViewingOver);
        Assert.Equal(["viewing-begun chief", "viewing-ended chief"], await ReadNotesAsync(database));
    }

    [Theory]
    [EveryDatabase]
    public async Task View_OfAMemberWhoLeavesOrByOneWhoIsNoAdministratorAnyMore_IsOver(DatabaseProvider provider)
    {
        await using var database = await AccountDatabase.CreateAsync(provider);
        await database.AddAsync("another", isAdministrator: true);
        var (chief, member, session) = await PrepareAsync(database);
        Assert.Null(await database.Viewings.BeginAsync(session, member, "why", chief, Cancellation));

        Assert.Empty(await database.Accounts.DeactivateAsync(member, Actor.System, Cancellation));
        Assert.True((await database.Sessions.FindAsync(session, Cancellation))!.IsViewingOver);
        Assert.Empty(await database.Accounts.ActivateAsync(member, Actor.System, Cancellation));
        Assert.Empty(await database.Accounts.EditAsync(chief.MemberId!.Value, new("chief", "chief", "", false), Actor.System, Cancellation));

        Assert.Null((await database.Sessions.FindAsync(session, Cancellation))!.Viewing);
    }

    /// <summary>By somebody else, everywhere at once, with the account, with a new password, and by nobody using it any more.</summary>
    [Theory]
    [EveryDatabase]
    public async Task View_InASessionThatIsEnded_EndsInTheLogToo(DatabaseProvider provider)
    {
        foreach (var end in new Func<AccountDatabase, long, long, Task>[]
        {
            (database, owner, session) => database.Sessions.EndAsync(owner, session, Cancellation),
            (database, owner, _) => database.Sessions.EndAllAsync(owner, null, Cancellation),
            async (database, owner, _) => Assert.Empty(await database.Accounts.DeactivateAsync(owner, Actor.System, Cancellation)),
            async (database, owner, _) => Assert.Empty(await database.Links.UseAsync((await database.Links.CreateAsync(owner, Actor.System, new(), Cancellation))!, "seven small green boats", Cancellation)),
            async (database, owner, _) =>
            {
                database.Clock.Advance(MemberSessions.Lifetime + TimeSpan.FromDays(1));
                await database.Sessions.StartAsync(owner, "", "", Cancellation);
            },
        })
        {
            await using var database = await AccountDatabase.CreateAsync(provider);
            await database.AddAsync("another", isAdministrator: true);
            var (chief, member, session) = await PrepareAsync(database);
            await database.Sessions.StartAsync(member, "", "", Cancellation);
            Assert.Null(await database.Viewings.BeginAsync(session, member, "why", chief, Cancellation));

            await end(database, chief.MemberId!.Value, session);

            Assert.Null(await database.Sessions.FindAsync(session, Cancellation));
            Assert.Equal(["viewing-begun chief", "viewing-ended chief"], await ReadNotesAsync(database));
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task View_ThatMayNotBegin_SaysWhyAndDoesNot(DatabaseProvider provider)
    {
        await using var database = await AccountDatabase.CreateAsync(provider);
        var (chief, member, session) = await PrepareAsync(database);
        var (gone, peer) = (await database.AddAsync("gone"), await database.AddAsync("peer", isAdministrator: true));
        Assert.Empty(await database.Accounts.DeactivateAsync(gone, Actor.System, Cancellation));
        var plain = new Actor(member, "seen", IsAdministrator: false);

        foreach (var (code, viewed, reason, actor) in new[]
        {
            ("access.not-yours-to-view", member, "why", plain),
            ("access.not-yours-to-view", member, "why", Actor.System),
            ("access.not-yours-to-view", member, "why", chief with { SeenBy = new(peer, "peer") }),
            ("access.not-yours-to-view", member, "why", chief with { MemberId = peer }),
            ("access.view-reason", member, " ", chief),
            ("access.view-reason", member, new string('x', 201), chief),
            ("access.member-unknown", gone, "why", chief),
            ("access.member-unknown", 999, "why", chief),
            ("access.administrator-sees-all", peer, "why", chief),
            ("access.administrator-sees-all", chief.MemberId!.Value, "why", chief),
        })
        {
            Assert.Equal(code, (await database.Viewings.BeginAsync(session, viewed, reason, actor, Cancellation))?.Code);
        }

        Assert.Null((await database.Sessions.FindAsync(session, Cancellation))!.Viewing);
        Assert.Null(await database.Viewings.BeginAsync(session, member, "why", chief, Cancellation));
        Assert.Equal("access.not-yours-to-view", (await database.Viewings.BeginAsync(session, member, "again", chief, Cancellation))?.Code);
        Assert.Equal(["viewing-begun chief"], await ReadNotesAsync(database));
    }

    private static async Task<(Actor Chief, long Member, long Session)> PrepareAsync(AccountDatabase database)
    {
        var (chief, member) = (await database.AddAsync("chief", isAdministrator: true), await database.AddAsync("seen"));
        return (new(chief, "chief", IsAdministrator: true), member, await database.Sessions.StartAsync(chief, "", "", Cancellation));
    }

    private static async Task<List<string>> ReadNotesAsync(AccountDatabase database)
    {
        var notes = new List<string>();
        await database.ChangeAsync(async context => notes.AddRange(
            await context.Audit.Where(row => row.Kind.StartsWith("viewing")).OrderBy(row => row.Id).Select(row => row.Kind + " " + row.ActorName).ToListAsync(Cancellation)));
        return notes;
    }
}
