using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Departments;
using LowCodeErp.Data.Organisations;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Tests.Organisations;

public sealed class OrganisationStoreTests
{
    private const long Li = 11;
    private const long Zhao = 12;

    private static readonly DateOnly _monday = new(2026, 11, 23);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Change_OfEverything_IsReadBackByAnotherNode(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var organisation = await LoadAsync(database);

        await ChangeAsync(organisation, (current, bag) => current.With(current.Departments.Add("研发部", current.Departments.Find(1), "RD", bag), bag));
        await ChangeAsync(organisation, (current, bag) => current.Assign([new(Li, 2, DepartmentRole.Head, "经理"), new(Li, 3, DepartmentRole.Deputy, IsMain: true), new(Zhao, 3)], bag));
        await ChangeAsync(organisation, (current, bag) => current.Report(Li, Zhao, bag));
        await ChangeAsync(organisation, (current, bag) => current.Leave(new(Zhao, _monday, _monday.AddDays(3), Li, "年假"), null, bag));
        await ChangeAsync(organisation, (current, bag) => current.Leave(new(Zhao, _monday, _monday.AddDays(4), Li, "年假"), _monday, bag));

        var read = await AuditedStores.Organisation(database.ConnectAnotherNode()).ReadAsync(Cancellation);
        Assert.Equal(organisation.Current.Stamp, read.Stamp);
        Assert.Equal("总公司/研发部", read.Departments.PathOf(read.Departments.Find(3)!));
        Assert.Equal(
            [new(Li, 2, DepartmentRole.Head, "经理"), new(Li, 3, DepartmentRole.Deputy, null, IsMain: true), new(Zhao, 3, IsMain: true)],
            read.Memberships.OrderBy(membership => (membership.MemberId, membership.DepartmentId)));
        Assert.Equal([new(Li, Zhao)], read.ReportingLines);
        Assert.Equal([new(Zhao, _monday, _monday.AddDays(4), Li, "年假")], read.Absences);

        await ChangeAsync(organisation, (current, bag) => current.Remove(Li, 2, bag));
        await ChangeAsync(organisation, (current, bag) => current.Report(Li, null, bag));
        await ChangeAsync(organisation, (current, _) => current.Return(Zhao, _monday));
        var emptied = await AuditedStores.Organisation(database.ConnectAnotherNode()).ReadAsync(Cancellation);
        Assert.Equal([3L], emptied.DepartmentsOf(Li));
        Assert.Empty(emptied.ReportingLines);
        Assert.Empty(emptied.Absences);
    }

    [Theory]
    [EveryDatabase]
    public async Task Change_OfAMemberWhoIsNoAdministrator_ReachesNothingButHisAbsences(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var organisation = await LoadAsync(database);
        var li = new Actor(Li, "李雷", IsAdministrator: false);

        Assert.Empty(await organisation.ChangeAsync((current, bag) => current.Leave(new(Li, _monday, _monday), null, bag), li, Cancellation));
        await RefuseAsync((current, bag) => current.Leave(new(Zhao, _monday, _monday), null, bag));
        await RefuseAsync((current, bag) => current.Assign([new(Li, 2, DepartmentRole.Head)], bag));
        await RefuseAsync((current, bag) => current.Report(Li, Zhao, bag));
        await RefuseAsync((current, bag) => current.With(current.Departments.Add("影子", null, null, bag), bag));

        Assert.Equal([Li], (await AuditedStores.Organisation(database.Connections).ReadAsync(Cancellation)).Absences.Select(absence => absence.MemberId));
        Assert.Empty(organisation.Current.Memberships);

        // An administrator whose page is still open.
        li = li with { MemberId = 99, IsAdministrator = true };
        await RefuseAsync((current, bag) => current.Report(Li, Zhao, bag));

        async Task RefuseAsync(Func<Organisation, DiagnosticBag, Organisation?> change)
            => Assert.Equal("organisation.not-allowed", Assert.Single(await organisation.ChangeAsync(change, li, Cancellation)).Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task Changes_OfSeveralNodesAtOnce_AreAllKept(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(day => Task.Run(
            () => AuditedStores.Organisation(database.ConnectAnotherNode()).ChangeAsync(
                current => current.Leave(new(Li, _monday.AddDays(day), _monday.AddDays(day)), null, new()), Actor.System, Cancellation),
            Cancellation)));

        Assert.Equal(8, (await AuditedStores.Organisation(database.Connections).ReadAsync(Cancellation)).AbsencesOf(Li).Count());
    }

    /// <summary>Every door to members and departments, so that no node decides by what was.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Stamp_AfterAnyChangeOfMembersOrDepartments_IsAnotherOne(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var store = AuditedStores.Organisation(database.Connections);
        await using var platform = new PlatformContextFactory(database.Connections).CreateDbContext();
        var li = platform.Users.Single(member => member.Id == Li);
        var stamps = new List<string> { await store.ReadStampAsync(Cancellation) };

        await StampsAsync(() => platform.Add(new Member { Id = 20, UserName = "new", DisplayName = "新人" }));
        await StampsAsync(() => li.DisplayName = "李雷雷");
        await StampsAsync(() => li.IsActive = false);
        await AuditedStores.Departments(database.Connections).ChangeAsync(tree => tree.Add("财务部", null, null, new()), Actor.System, Cancellation);
        stamps.Add(await store.ReadStampAsync(Cancellation));
        Assert.Equal(5, stamps.Distinct().Count());

        // As at every sign-in that fails: the account is written as a whole.
        li.AccessFailedCount++;
        platform.Update(li);
        await platform.SaveChangesAsync(Cancellation);
        Assert.Equal(stamps[^1], await store.ReadStampAsync(Cancellation));

        // A save that comes too late leaves the context as usable as it was.
        await using (var other = new PlatformContextFactory(database.Connections).CreateDbContext())
        {
            await other.Users.Where(member => member.Id == Li).ExecuteUpdateAsync(set => set.SetProperty(member => member.ConcurrencyStamp, "other"), Cancellation);
        }

        li.DisplayName = "太晚";
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => platform.SaveChangesAsync(Cancellation));
        await platform.Entry(li).ReloadAsync(Cancellation);
        await StampsAsync(() => li.DisplayName = "李磊");
        Assert.Equal(6, stamps.Distinct().Count());

        async Task StampsAsync(Action change)
        {
            change();
            await platform.SaveChangesAsync(Cancellation);
            stamps.Add(await store.ReadStampAsync(Cancellation));
        }
    }

    private static async Task<TestDatabase> CreateAsync(DatabaseProvider provider)
    {
        var database = await TestDatabase.CreateWithPlatformAsync(provider);
        await using var platform = new PlatformContextFactory(database.Connections).CreateDbContext();
        platform.AddRange(
            new Member { Id = Li, UserName = "li", NormalizedUserName = "LI", DisplayName = "李雷" },
            new Member { Id = Zhao, UserName = "zhao", NormalizedUserName = "ZHAO", DisplayName = "赵六" });
        await platform.SaveChangesAsync(Cancellation);
        await AuditedStores.Departments(database.Connections).ChangeAsync(
            tree => tree.Add("总公司", null, null, new()) is { } grown ? grown.Add("销售部", grown.Find(1), null, new()) : null, Actor.System, Cancellation);
        return database;
    }

    private static async Task<CurrentOrganisation> LoadAsync(TestDatabase database)
    {
        var organisation = new CurrentOrganisation(AuditedStores.Organisation(database.Connections));
        await organisation.LoadAsync(Cancellation);
        return organisation;
    }

    private static async Task ChangeAsync(CurrentOrganisation organisation, Func<Organisation, DiagnosticBag, Organisation?> change)
        => Assert.Empty(await organisation.ChangeAsync(change, Actor.System, Cancellation));
}
