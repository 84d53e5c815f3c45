using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Members;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Tests.Accounts;

public sealed class AccountStoreTests
{
    private const string Password = "seven small green boats";

    private static readonly Actor _system = Actor.System;
    private static readonly Actor _plain = new(99, "李销售", IsAdministrator: false);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Members_AddedTogether_AreAllOrNone(DatabaseProvider provider)
    {
        await using var database = await AccountDatabase.CreateAsync(provider);
        await database.AddAsync("taken");

        var problems = await database.Accounts.AddAsync(
            [new("fresh", "新人", "fresh@example.com", false) { Place = "members.csv:2" }, new("TAKEN", "某人", "", false) { Place = "members.csv:3" }], _system, Cancellation);

        Assert.Equal([("member.user-name-taken", "members.csv:3")], problems.Select(problem => (problem.Code, problem.Path)));
        Assert.Equal(["taken"], (await database.Directory.ReadAsync(new(), _system, Cancellation)).Members.Select(member => member.UserName));
        Assert.Empty(await database.Accounts.AddAsync([new("fresh", "新人", "fresh@example.com", false), new("second", "某人", "", false)], _system, Cancellation));
        Assert.Equal(3, (await database.Directory.ReadAsync(new(), _system, Cancellation)).TotalCount);
    }

    [Theory]
    [EveryDatabase]
    public async Task Email_OfAnActiveMember_IsNobodyElses(DatabaseProvider provider)
    {
        await using var database = await AccountDatabase.CreateAsync(provider);
        Assert.Empty(await database.Accounts.AddAsync([new("ann", "安妮", "ann@example.com", false), new("bob", "鲍勃", "", false)], _system, Cancellation));
        var (ann, bob) = ((await database.ReadAsync("ann")).Id, (await database.ReadAsync("bob")).Id);

        var taken = Assert.Single(await database.Accounts.EditAsync(bob, new("bob", "鲍勃", "ANN@example.com", false), _system, Cancellation));
        Assert.Equal("member.email-taken", taken.Code);
        Assert.Contains("安妮", taken.Message.Chinese, StringComparison.Ordinal);
        Assert.Empty(await database.Accounts.EditAsync(ann, new("ann", "安妮", "ann@example.com", false), _system, Cancellation));
        Assert.Empty(await database.Accounts.DeactivateAsync(ann, _system, Cancellation));
        Assert.Empty(await database.Accounts.EditAsync(bob, new("bob", "鲍勃", "ann@example.com", false), _system, Cancellation));
        Assert.Equal("member.email-taken", Assert.Single(await database.Accounts.ActivateAsync(ann, _system, Cancellation)).Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task Changes_BySomebodyElseThanAnAdministrator_AreRefused(DatabaseProvider provider)
    {
        await using var database = await AccountDatabase.CreateAsync(provider);
        var member = await database.AddAsync("somebody", isAdministrator: true);
        var diagnostics = new DiagnosticBag();

        IReadOnlyList<Diagnostic>[] answers =
        [
            await database.Accounts.AddAsync([new("x", "x", "", true)], _plain, Cancellation),
            await database.Accounts.EditAsync(member, new("x", "x", "", true), _plain, Cancellation),
            await database.Accounts.DeactivateAsync(member, _plain, Cancellation),
            await database.Accounts.ActivateAsync(member, _plain, Cancellation),
            await database.Accounts.UnlockAsync(member, _plain, Cancellation),
            await database.Accounts.ResetSecondFactorAsync(member, _plain, Cancellation),
        ];

        Assert.All(answers, answer => Assert.Equal("member.not-allowed", Assert.Single(answer).Code));
        Assert.Null(await database.Links.CreateAsync(member, _plain, diagnostics, Cancellation));
        Assert.Equal("member.not-allowed", Assert.Single(diagnostics.Items).Code);
        Assert.Equal(0, (await database.Directory.ReadAsync(new(), _plain, Cancellation)).TotalCount);
        Assert.Null(await database.Directory.FindAsync("somebody", _plain, Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task LastAdministrator_InUse_RemainsOne(DatabaseProvider provider)
    {
        await using var database = await AccountDatabase.CreateAsync(provider);
        var (last, other) = (await database.AddAsync("last", isAdministrator: true), await database.AddAsync("other", isAdministrator: true));
        Assert.Equal("member.oneself", Assert.Single(await database.Accounts.DeactivateAsync(last, new(last, "last", true), Cancellation)).Code);
        Assert.Empty(await database.Accounts.DeactivateAsync(other, _system, Cancellation));

        Assert.Equal("member.last-administrator", Assert.Single(await database.Accounts.DeactivateAsync(last, _system, Cancellation)).Code);
        Assert.Equal("member.last-administrator", Assert.Single(await database.Accounts.EditAsync(last, new("last", "last", "", false), _system, Cancellation)).Code);
        Assert.Empty(await database.Accounts.EditAsync(last, new("last", "改名", "", true), _system, Cancellation));
    }

    /// <summary>Each sees the other still in use when it begins.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Administrators_DeactivatingEachOther_LeaveOne(DatabaseProvider provider)
    {
        await using var database = await AccountDatabase.CreateAsync(provider);
        var (one, two) = (await database.AddAsync("one", isAdministrator: true), await database.AddAsync("two", isAdministrator: true));

        await Task.WhenAll(
            database.Accounts.DeactivateAsync(one, new(two, "two", true), Cancellation), database.Accounts.DeactivateAsync(two, new(one, "one", true), Cancellation));

        Assert.Single((await database.Directory.ReadAsync(new(), _system, Cancellation)).Members, member => member.IsActive);
    }

    [Theory]
    [EveryDatabase]
    public async Task FirstAdministrator_IsAddedOnce(DatabaseProvider provider)
    {
        await using var database = await AccountDatabase.CreateAsync(provider);
        Assert.False(await database.Accounts.AnyAsync(Cancellation));

        Assert.Equal("member.password-too-short", Assert.Single(await database.Accounts.AddFirstAsync(new("first", "王管理", "", false), "short", Cancellation)).Code);
        Assert.Empty(await database.Accounts.AddFirstAsync(new("first", "王管理", "", false), Password, Cancellation));

        Assert.True((await database.ReadAsync("first")).IsAdministrator);
        Assert.Equal("member.link-unusable", Assert.Single(await database.Accounts.AddFirstAsync(new("second", "x", "", false), Password, Cancellation)).Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task PasswordLink_WithinItsTime_WorksOnceAndUnlocks(DatabaseProvider provider)
    {
        await using var database = await AccountDatabase.CreateAsync(provider);
        var member = await database.AddAsync("locked");
        await database.ChangeAsync(async context => (await context.Users.SingleAsync(Cancellation)).LockoutEnd = database.Clock.GetUtcNow().AddMinutes(15));
        Assert.NotNull(Assert.Single((await database.Directory.ReadAsync(new(), _system, Cancellation)).Members).LockedUntil);
        var expired = (await database.Links.CreateAsync(member, _system, new(), Cancellation))!;
        database.Clock.Advance(PasswordLinks.Lifetime);
        Assert.Equal("member.link-unusable", Assert.Single(await database.Links.UseAsync(expired, Password, Cancellation)).Code);

        var secret = (await database.Links.CreateAsync(member, _system, new(), Cancellation))!;
        var answers = await Task.WhenAll(database.Links.UseAsync(secret, Password, Cancellation), database.Links.UseAsync(secret, Password, Cancellation));

        Assert.Single(answers, answer => answer.Count == 0);
        var listed = Assert.Single((await database.Directory.ReadAsync(new(), _system, Cancellation)).Members);
        Assert.True(listed is { HasPassword: true, LockedUntil: null });
    }

    [Theory]
    [EveryDatabase]
    public async Task Deactivation_OfAMember_EndsWhateverActsForHim(DatabaseProvider provider)
    {
        await using var database = await AccountDatabase.CreateAsync(provider);
        var member = await database.AddAsync("leaver");
        var session = await database.Sessions.StartAsync(member, "browser", "127.0.0.1", Cancellation);
        var key = (await database.Keys.CreateAsync(new(member, "", false), "program", false, Tomorrow(database), new(), Cancellation))!;
        var link = (await database.Links.CreateAsync(member, _system, new(), Cancellation))!;
        Assert.NotNull(await database.Sessions.FindAsync(session, Cancellation));
        Assert.NotNull(await database.Keys.FindAsync(key, Cancellation));
        Assert.NotNull(await database.Links.FindAsync(link, Cancellation));

        Assert.Empty(await database.Accounts.DeactivateAsync(member, _system, Cancellation));
        Assert.Empty(await database.Accounts.ActivateAsync(member, _system, Cancellation));

        Assert.Null(await database.Sessions.FindAsync(session, Cancellation));
        Assert.Null(await database.Keys.FindAsync(key, Cancellation));
        Assert.Null(await database.Links.FindAsync(link, Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Session_NotUsedForLong_HasEnded(DatabaseProvider provider)
    {
        await using var database = await AccountDatabase.CreateAsync(provider);
        var member = await database.AddAsync("traveller");
        var (used, left) = (await database.Sessions.StartAsync(member, "", "", Cancellation), await database.Sessions.StartAsync(member, "", "", Cancellation));
        database.Clock.Advance(MemberSessions.Lifetime - TimeSpan.FromDays(1));
        await database.Sessions.SeeAsync(await database.Sessions.FindAsync([used], Cancellation), Cancellation);
        database.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal([used], (await database.Sessions.FindAsync([used, left], Cancellation)).Select(standing => standing.Id));
        Assert.Equal([used], (await database.Sessions.ListAsync(member, Cancellation)).Select(session => session.Id));
    }

    [Theory]
    [EveryDatabase]
    public async Task ApiKey_BeyondItsTimeOrOfWrongForm_IsRefused(DatabaseProvider provider)
    {
        await using var database = await AccountDatabase.CreateAsync(provider);
        var member = await database.AddAsync("programmer");
        var diagnostics = new DiagnosticBag();
        Assert.Null(await database.Keys.CreateAsync(new(member, "", false), " ", true, database.Clock.GetUtcNow().UtcDateTime, diagnostics, Cancellation));
        Assert.Equal(["member.key-name", "member.key-expiry"], diagnostics.Items.Select(problem => problem.Code));
        var key = (await database.Keys.CreateAsync(new(member, "", false), "night run", true, Tomorrow(database), new(), Cancellation))!;
        Assert.StartsWith(ApiKeys.Prefix, key, StringComparison.Ordinal);
        var standing = (await database.Keys.FindAsync(key, Cancellation))!;
        Assert.True(standing is { CanWrite: true, LastUsedAt: null });
        await database.Keys.SeeAsync([standing], Cancellation);
        Assert.Equal(database.Clock.GetUtcNow().UtcDateTime, (await database.Keys.FindAsync(key, Cancellation))!.LastUsedAt);

        database.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Null(await database.Keys.FindAsync(key, Cancellation));
        Assert.Null(await database.Keys.FindAsync(key + "x", Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Secrets_OfAnyKind_AreStoredAsHashesOnly(DatabaseProvider provider)
    {
        await using var database = await AccountDatabase.CreateAsync(provider);
        var member = await database.AddAsync("keeper");
        var key = (await database.Keys.CreateAsync(new(member, "", false), "program", false, Tomorrow(database), new(), Cancellation))!;
        var link = (await database.Links.CreateAsync(member, _system, new(), Cancellation))!;

        await database.ChangeAsync(async context =>
        {
            Assert.Equal(Secret.Hash(key), (await context.ApiKeys.SingleAsync(Cancellation)).Hash);
            Assert.Equal(Secret.Hash(link), (await context.PasswordLinks.SingleAsync(Cancellation)).Hash);
        });
    }

    private static DateTime Tomorrow(AccountDatabase database) => database.Clock.GetUtcNow().UtcDateTime.AddDays(1);
}
