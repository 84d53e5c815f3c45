using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Organisations;

namespace LowCodeErp.Unit.Tests.Organisations;

/// <summary>The same questions, answered by going through everything each time.</summary>
internal sealed class OrganisationOracle(Organisation organisation)
{
    private readonly List<Department> _departments = [.. organisation.Departments.InOrder];

    public HashSet<long> DepartmentsOf(long member)
        => [.. _departments.Where(department => department.IsActive && organisation.Memberships.Any(belongs => belongs.MemberId == member && belongs.DepartmentId == department.Id)).Select(department => department.Id)];

    public HashSet<long> DepartmentsAndBelow(long member)
    {
        var own = DepartmentsOf(member);
        return [.. _departments.Where(department => Line(department.Id).Any(own.Contains)).Select(department => department.Id)];
    }

    public HashSet<long> MembersOf(HashSet<long> departments)
        => [.. organisation.Memberships.Where(belongs => departments.Contains(belongs.DepartmentId)).Select(belongs => belongs.MemberId)];

    public long? MainDepartmentOf(long member)
    {
        var main = organisation.Memberships.SingleOrDefault(belongs => belongs.MemberId == member && belongs.IsMain);
        return main is not null && Find(main.DepartmentId).IsActive ? main.DepartmentId : null;
    }

    public List<long> InRole(long department, DepartmentRole role) => Find(department).IsActive
        ? [.. organisation.Memberships.Where(belongs => belongs.DepartmentId == department && belongs.Role == role).Select(belongs => belongs.MemberId).Where(IsActive).Order()]
        : [];

    public long? SuperiorOf(long member)
    {
        if (organisation.ReportingLines.SingleOrDefault(line => line.MemberId == member) is { } line && IsActive(line.SuperiorId))
        {
            return line.SuperiorId;
        }

        if (MainDepartmentOf(member) is { } main)
        {
            foreach (var department in Line(main))
            {
                var heads = InRole(department, DepartmentRole.Head);
                if (heads.Count > 0 && !heads.Contains(member))
                {
                    return heads[0];
                }
            }
        }

        return null;
    }

    public List<long> SuperiorsOf(long member)
    {
        var chain = new List<long> { member };
        while (SuperiorOf(chain[^1]) is { } next && !chain.Contains(next))
        {
            chain.Add(next);
        }

        return chain[1..];
    }

    public long? SubstituteOf(long member, DateOnly day)
    {
        var absence = organisation.Absences.SingleOrDefault(absence => absence.MemberId == member && absence.From <= day && day <= absence.Until);
        return absence?.SubstituteId is { } substitute && IsActive(substitute) && !organisation.Absences.Any(other => other.MemberId == substitute && other.From <= day && day <= other.Until)
            ? substitute
            : null;
    }

    private bool IsActive(long member) => organisation.Members.Single(known => known.Id == member).IsActive;

    private Department Find(long id) => _departments.Single(department => department.Id == id);

    /// <summary>From the department up.</summary>
    private IEnumerable<long> Line(long id)
    {
        for (var at = (long?)id; at is { } department; at = Find(department).ParentId)
        {
            yield return department;
        }
    }
}
