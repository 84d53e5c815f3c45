using LowCodeErp.Runtime.Organisations;

namespace LowCodeErp.Unit.Tests.Organisations;

/// <summary>Over organisations that grew by random changes, the answers are those of somebody who looks at every row.</summary>
public sealed class OrganisationPropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Answers_OfARandomOrganisation_AreThoseOfTheOracle(int seed)
    {
        var organisation = new RandomOrganisation(seed).Make();
        var oracle = new OrganisationOracle(organisation);
        foreach (var member in organisation.Members.Select(member => member.Id))
        {
            Assert.Equal(oracle.DepartmentsOf(member), organisation.DepartmentsOf(member));
            Assert.Equal(oracle.DepartmentsAndBelow(member), organisation.DepartmentsAndBelow(member));
            Assert.Equal(oracle.MembersOf(oracle.DepartmentsAndBelow(member)), organisation.MembersOf(organisation.DepartmentsAndBelow(member)));
            Assert.Equal(oracle.MainDepartmentOf(member), organisation.MainDepartmentOf(member));
            Assert.Equal(oracle.SuperiorOf(member), organisation.SuperiorOf(member));
            Assert.Equal(oracle.SuperiorsOf(member), organisation.SuperiorsOf(member));
            for (var day = 0; day < 14; day++)
            {
                var date = RandomOrganisation.FirstDay.AddDays(day);
                Assert.Equal(oracle.SubstituteOf(member, date), organisation.SubstitutionOf(member, date)?.SubstituteId);
            }
        }

        foreach (var department in organisation.Departments.InOrder.Select(department => department.Id))
        {
            Assert.Equal(oracle.InRole(department, DepartmentRole.Head), organisation.HeadsOf(department));
            Assert.Equal(oracle.InRole(department, DepartmentRole.Deputy), organisation.DeputiesOf(department));
        }
    }

    /// <summary>While nobody has left, for leavers may leave a circle behind.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Changes_AtRandom_LeaveOneMainDepartmentEachAndNoCircle(int seed)
    {
        var random = new RandomOrganisation(seed);
        var grown = random.Make();
        var organisation = new Organisation(
            "", grown.Departments, [.. grown.Members.Select(member => member with { IsActive = true })], grown.Memberships, grown.ReportingLines, grown.Absences);

        Assert.All(organisation.Members, member => Assert.True(
            organisation.MembershipsOf(member.Id).Count(membership => membership.IsMain) == (organisation.MembershipsOf(member.Id).Any() ? 1 : 0)));
        Assert.All(organisation.Members, member => Assert.Null(organisation.SuperiorOf(organisation.SuperiorsOf(member.Id).Prepend(member.Id).Last())));
        Assert.True(random.Refused > 0, "Changes that are refused have to occur too.");
    }
}
