using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Organisations;

namespace LowCodeErp.Unit.Tests.Organisations;

public sealed class OrganisationTests
{
    private const long Wang = 1;
    private const long Li = 2;
    private const long Zhao = 3;
    private const long Sun = 4;

    private static readonly DateOnly _monday = new(2026, 11, 23);

    private readonly DiagnosticBag _found = new();

    [Fact]
    public void SuperiorOf_AHead_IsTheHeadAbove()
    {
        var organisation = Assign(Company(), new(Wang, 1, DepartmentRole.Head), new(Li, 2, DepartmentRole.Head), new(Zhao, 2), new(Sun, 3, DepartmentRole.Deputy));

        Assert.Equal(Li, organisation.SuperiorOf(Zhao));
        Assert.Equal([Li, Wang], organisation.SuperiorsOf(Zhao));
        Assert.Null(organisation.SuperiorOf(Wang));
        Assert.Equal(Li, organisation.SuperiorOf(Sun));
        Assert.Equal(Wang, organisation.Report(Zhao, Wang, _found)!.SuperiorOf(Zhao));
    }

    [Fact]
    public void Report_ToOneWhoReportsToHim_IsRefusedWithTheNames()
    {
        var organisation = Assign(Company(), new(Wang, 1, DepartmentRole.Head), new(Li, 1), new(Zhao, 1));
        organisation = organisation.Report(Zhao, Li, _found)!;

        Assert.Null(organisation.Report(Wang, Zhao, _found));

        var refused = Assert.Single(_found.Items);
        Assert.Equal("organisation.circle", refused.Code);
        Assert.Contains("王总 → 赵六 → 李雷 → 王总", refused.Message.Chinese, StringComparison.Ordinal);
    }

    /// <summary>Two heads, each of whom belongs first of all where the other one is head.</summary>
    [Fact]
    public void Assign_ThatMakesACircleOfHeads_IsRefused()
    {
        var organisation = Assign(Company(), new(Wang, 1, DepartmentRole.Head), new(Li, 2, DepartmentRole.Head));

        Assert.Null(organisation.Assign([new(Wang, 2, IsMain: true)], _found));

        Assert.Equal("organisation.circle", Assert.Single(_found.Items).Code);
    }

    [Fact]
    public void Substitution_OfASubstituteWhoIsAwayToo_IsNobodyAndSaysSo()
    {
        var organisation = Company().Leave(new(Li, _monday, _monday.AddDays(4), Zhao), null, _found)!.Leave(new(Zhao, _monday.AddDays(2), _monday.AddDays(2), Sun), null, _found)!;

        Assert.Null(organisation.SubstitutionOf(Li, _monday.AddDays(-1)));
        Assert.Equal(Zhao, organisation.SubstitutionOf(Li, _monday)?.SubstituteId);
        var chained = organisation.SubstitutionOf(Li, _monday.AddDays(2))!;
        Assert.Equal((SubstituteState.Absent, null), (chained.State, chained.SubstituteId));
        Assert.Equal(Zhao, chained.Absence.SubstituteId);
        Assert.Equal([Li, Zhao], organisation.SubstitutionsOn(_monday.AddDays(2)).Select(substitution => substitution.Absence.MemberId).Order());
    }

    [Fact]
    public void Leave_WithWhatCannotBe_IsRefusedWithEveryReason()
    {
        var organisation = Company().Leave(new(Li, _monday, _monday.AddDays(4)), null, _found)!;

        Assert.Null(organisation.Leave(new(Li, _monday.AddDays(4), _monday.AddDays(4), Li, new('长', 501)), null, _found));
        Assert.Null(organisation.Leave(new(Zhao, _monday, _monday.AddDays(-1), 99), null, _found));
        Assert.NotNull(organisation.Leave(new(Li, _monday.AddDays(4), _monday.AddDays(6)), _monday, _found));

        Assert.Equal(
            ["organisation.own-substitute", "organisation.note-too-long", "organisation.absence-overlaps", "organisation.absence-reversed", "organisation.member-inactive"],
            _found.Items.Select(item => item.Code));
    }

    [Fact]
    public void Remove_FromTheMainDepartment_MakesTheNextOneMain()
    {
        var organisation = Assign(Company(), new(Li, 1), new(Li, 2, DepartmentRole.Head, "经理"), new(Li, 3));
        Assert.Equal(1, organisation.MainDepartmentOf(Li));

        var removed = organisation.Remove(Li, 1, _found)!;

        Assert.Equal(2, removed.MainDepartmentOf(Li));
        Assert.Equal("经理", removed.FindMembership(Li, 2)?.Position);
        Assert.Equal(3, Assign(removed, new Membership(Li, 3, IsMain: true)).MainDepartmentOf(Li));
        Assert.Equal(2, Assign(removed, new Membership(Li, 2, DepartmentRole.Member)).MainDepartmentOf(Li));
    }

    [Fact]
    public void Department_Closed_GivesNothingButStaysBelow()
    {
        var organisation = Assign(Company(), new(Wang, 1), new(Li, 3, DepartmentRole.Head), new(Zhao, 3));
        var closed = organisation.With(organisation.Departments.Close(organisation.Departments.Find(3)!, _found), _found)!;

        Assert.Empty(closed.DepartmentsOf(Li));
        Assert.Null(closed.MainDepartmentOf(Li));
        Assert.Empty(closed.HeadsOf(3));
        Assert.Null(closed.SuperiorOf(Zhao));
        Assert.Contains(3, closed.DepartmentsAndBelow(Wang));
        Assert.Contains(Zhao, closed.MembersOf(closed.DepartmentsAndBelow(Wang)));
        Assert.Null(closed.Assign([new(Sun, 3)], _found));
        Assert.Equal("department.gone", Assert.Single(_found.Items).Code);
    }

    /// <summary>赵六 reports to 李雷, who leaves, and succeeds him; so does 孙七, to whom nothing happens. 王总 is above them.</summary>
    [Fact]
    public void Succeed_ByOneWhoReportedToTheLeaver_ReportsToHisSuperior()
    {
        var organisation = Assign(Company(), new(Li, 2, DepartmentRole.Deputy, "经理"), new(Zhao, 2, DepartmentRole.Head), new(Zhao, 3));
        organisation = organisation.Report(Li, Wang, _found)!.Report(Zhao, Li, _found)!.Report(Sun, Li, _found)!;

        var after = organisation.Succeed(Li, Zhao, _monday);

        Assert.Equal([new(Li, Wang), new(Zhao, Wang), new(Sun, Zhao)], after.ReportingLines);
        Assert.Equal(new(Zhao, 2, DepartmentRole.Head, null, IsMain: true), after.FindMembership(Zhao, 2));
        Assert.Equal(new(Li, 2, DepartmentRole.Member, "经理", IsMain: true), after.FindMembership(Li, 2));
    }

    /// <summary>Between the leaver and his successor stands somebody, who would come to report to one who reports to him.</summary>
    [Fact]
    public void Succeed_ByOneFurtherBelow_MakesNoCircle()
    {
        var organisation = Company().Report(Sun, Li, _found)!.Report(Zhao, Sun, _found)!;

        var after = organisation.Succeed(Li, Zhao, _monday);

        Assert.Equal([new(Zhao, Sun)], after.ReportingLines);
        Assert.Null(after.SuperiorOf(Sun));
    }

    private Organisation Assign(Organisation organisation, params Membership[] memberships)
    {
        var assigned = organisation.Assign(memberships, _found);
        Assert.True(assigned is not null, string.Join("; ", _found.Items));
        return assigned;
    }

    /// <summary>总公司 (1), below it 销售部 (2), below that 上海 (3).</summary>
    private static Organisation Company() => new(
        "",
        new([new Department(1, null, "总公司", null, 1, true), new(2, 1, "销售部", null, 1, true), new(3, 2, "上海", null, 1, true)]),
        [new(Wang, "wang", "王总", true), new(Li, "li", "李雷", true), new(Zhao, "zhao", "赵六", true), new(Sun, "sun", "孙七", true)],
        [],
        [],
        []);
}
