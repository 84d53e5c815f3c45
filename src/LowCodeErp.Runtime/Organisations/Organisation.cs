using System.Collections.Frozen;
using LowCodeErp.Runtime.Departments;

namespace LowCodeErp.Runtime.Organisations;

/// <summary>
/// Who belongs where, at one moment. Immutable: whoever decides something takes one and asks it all his questions. Each is answered in
/// the time that it takes to hand out the answer.
/// </summary>
/// <remarks>
/// A closed department gives its members nothing, neither rights nor heads; but it stays below those above it, with everybody in it, since
/// records name both. A leaver heads nothing, is nobody's superior and nobody's substitute; but he stays in his departments, since his records do.
/// </remarks>
public sealed partial class Organisation
{
    private readonly FrozenDictionary<long, OrganisationMember> _members;
    private readonly FrozenDictionary<long, long> _superiors;
    private readonly ILookup<long, Membership> _ofMember;
    private readonly ILookup<long, Membership> _ofDepartment;
    private readonly ILookup<long, Absence> _absences;

    /// <param name="stamp">Another one after every change; nodes compare it with what is stored.</param>
    public Organisation(
        string stamp,
        DepartmentTree departments,
        IReadOnlyList<OrganisationMember> members,
        IReadOnlyList<Membership> memberships,
        IReadOnlyList<ReportingLine> reportingLines,
        IReadOnlyList<Absence> absences)
    {
        ArgumentNullException.ThrowIfNull(departments);
        (Stamp, Departments, Members, Memberships, ReportingLines, Absences) = (stamp, departments, members, memberships, reportingLines, absences);
        _members = members.ToDictionary(member => member.Id).ToFrozenDictionary();
        _superiors = reportingLines.ToDictionary(line => line.MemberId, line => line.SuperiorId).ToFrozenDictionary();
        _ofMember = memberships.OrderByDescending(membership => membership.IsMain).ThenBy(membership => membership.DepartmentId).ToLookup(membership => membership.MemberId);
        _ofDepartment = memberships.OrderByDescending(membership => membership.Role).ThenBy(membership => membership.MemberId).ToLookup(membership => membership.DepartmentId);
        _absences = absences.OrderBy(absence => absence.From).ToLookup(absence => absence.MemberId);
    }

    public static Organisation Empty { get; } = new("", DepartmentTree.Empty, [], [], [], []);

    public string Stamp { get; }

    public DepartmentTree Departments { get; }

    public IReadOnlyList<OrganisationMember> Members { get; }

    public IReadOnlyList<Membership> Memberships { get; }

    /// <summary>Those that were named; see <see cref="SuperiorOf"/> for all others.</summary>
    public IReadOnlyList<ReportingLine> ReportingLines { get; }

    public IReadOnlyList<Absence> Absences { get; }

    public OrganisationMember? FindMember(long memberId) => _members.GetValueOrDefault(memberId);

    public bool IsActive(long memberId) => FindMember(memberId) is { IsActive: true };

    /// <summary>Closed departments too; the main one first.</summary>
    public IEnumerable<Membership> MembershipsOf(long memberId) => _ofMember[memberId];

    /// <summary>Leavers too; heads first, then deputies.</summary>
    public IEnumerable<Membership> MembershipsIn(long departmentId) => _ofDepartment[departmentId];

    public Membership? FindMembership(long memberId, long departmentId) => _ofMember[memberId].FirstOrDefault(membership => membership.DepartmentId == departmentId);

    /// <summary>The departments that he belongs to; none for somebody unknown.</summary>
    public IReadOnlySet<long> DepartmentsOf(long memberId) => OpenDepartmentsOf(memberId).Select(department => department.Id).ToHashSet();

    /// <summary>His departments and all below them, closed ones too: records name them still.</summary>
    public IReadOnlySet<long> DepartmentsAndBelow(long memberId)
    {
        var found = new HashSet<long>();
        foreach (var department in OpenDepartmentsOf(memberId).Where(department => !found.Contains(department.Id)))
        {
            found.UnionWith(Departments.Within(department).Select(within => within.Id));
        }

        return found;
    }

    /// <summary>Null for somebody without departments, and while his main one is closed.</summary>
    public long? MainDepartmentOf(long memberId)
        => _ofMember[memberId].FirstOrDefault() is { IsMain: true } main && IsOpen(main.DepartmentId) ? main.DepartmentId : null;

    /// <summary>Everybody in these departments, but not in those below them; leavers too, as long as they have not been taken out.</summary>
    public IReadOnlySet<long> MembersOf(IEnumerable<long> departments)
    {
        ArgumentNullException.ThrowIfNull(departments);
        return departments.SelectMany(department => _ofDepartment[department]).Select(membership => membership.MemberId).ToHashSet();
    }

    /// <summary>A department and all below it, closed ones too; none for one that there is not.</summary>
    public IReadOnlySet<long> Within(long departmentId)
        => Departments.Find(departmentId) is { } department ? Departments.Within(department).Select(within => within.Id).ToHashSet() : [];

    /// <summary>In a fixed order.</summary>
    public IReadOnlyList<long> HeadsOf(long departmentId) => FindInRole(departmentId, DepartmentRole.Head);

    /// <summary>In a fixed order.</summary>
    public IReadOnlyList<long> DeputiesOf(long departmentId) => FindInRole(departmentId, DepartmentRole.Deputy);

    /// <summary>
    /// Who was named; else the head of his main department or, where there is none or he is one himself, of the nearest department above it. The first
    /// of several heads. Null for whoever has nobody above him.
    /// </summary>
    public long? SuperiorOf(long memberId) => NamedSuperiorOf(memberId) is { } named && IsActive(named) ? named : FindHeadFor(memberId);

    /// <summary>Null when his superior follows from his department.</summary>
    public long? NamedSuperiorOf(long memberId) => _superiors.TryGetValue(memberId, out var named) ? named : null;

    /// <summary>
    /// His superior, that one's superior and so on. Circles are refused where somebody enters them, but may come about by a leaver or a department that is
    /// moved: whoever stands in the chain already, or is the member himself, ends it.
    /// </summary>
    public IReadOnlyList<long> SuperiorsOf(long memberId)
    {
        var chain = new List<long>();
        var seen = new HashSet<long> { memberId };
        for (var superior = SuperiorOf(memberId); superior is { } next && seen.Add(next); superior = SuperiorOf(next))
        {
            chain.Add(next);
        }

        return chain;
    }

    /// <summary>From the first day on.</summary>
    public IEnumerable<Absence> AbsencesOf(long memberId) => _absences[memberId];

    /// <summary>Null for somebody who is there.</summary>
    public Absence? AbsenceOf(long memberId, DateOnly day) => _absences[memberId].FirstOrDefault(absence => absence.Covers(day));

    /// <summary>Null for somebody who is there.</summary>
    public Substitution? SubstitutionOf(long memberId, DateOnly day)
        => AbsenceOf(memberId, day) is { } absence ? new(absence, StateOf(absence, day)) : null;

    /// <summary>Of all who are away on that day.</summary>
    public IEnumerable<Substitution> SubstitutionsOn(DateOnly day)
        => Absences.Where(absence => absence.Covers(day)).Select(absence => new Substitution(absence, StateOf(absence, day)));

    private SubstituteState StateOf(Absence absence, DateOnly day) => absence.SubstituteId switch
    {
        null => SubstituteState.None,
        { } substitute when !IsActive(substitute) => SubstituteState.Inactive,
        { } substitute when AbsenceOf(substitute, day) is not null => SubstituteState.Absent,
        _ => SubstituteState.Present,
    };

    private bool IsOpen(long departmentId) => Departments.Find(departmentId) is { IsActive: true };

    private IEnumerable<Department> OpenDepartmentsOf(long memberId)
        => _ofMember[memberId].Select(membership => Departments.Find(membership.DepartmentId)).OfType<Department>().Where(department => department.IsActive);

    private List<long> FindInRole(long departmentId, DepartmentRole role) => !IsOpen(departmentId) ? []
        : [.. _ofDepartment[departmentId].Where(membership => membership.Role == role && IsActive(membership.MemberId)).Select(membership => membership.MemberId)];

    private long? FindHeadFor(long memberId)
    {
        if (MainDepartmentOf(memberId) is not { } main)
        {
            return null;
        }

        var heads = Departments.LineOf(Departments.Find(main)!).Reverse().Select(department => HeadsOf(department.Id));
        return heads.FirstOrDefault(found => found.Count > 0 && !found.Contains(memberId)) is { } above ? above[0] : null;
    }
}
