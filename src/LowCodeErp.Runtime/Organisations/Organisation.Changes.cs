using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Departments;

namespace LowCodeErp.Runtime.Organisations;

/// <summary>Changes give a new organisation or, with what is wrong, null.</summary>
public sealed partial class Organisation
{
    /// <summary>Null, with nothing to add to what the tree said, where its change was refused.</summary>
    public Organisation? With(DepartmentTree? departments, DiagnosticBag diagnostics)
        => departments is null ? null : Checked(Copy(departments: departments), diagnostics);

    /// <summary>
    /// Puts members into departments, or changes what they are there. Somebody's first department is his main one until another is; there never are two.
    /// </summary>
    public Organisation? Assign(IReadOnlyList<Membership> assigned, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(assigned);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var found = new DiagnosticBag();
        foreach (var membership in assigned)
        {
            Check(membership, found);
        }

        diagnostics.AddRange(found.Items);
        if (found.HasErrors)
        {
            return null;
        }

        var byMember = assigned.GroupBy(membership => membership.MemberId).ToDictionary(group => group.Key, group => Assigned(group.Key, group));
        return Checked(Copy(memberships: [.. Memberships.Where(membership => !byMember.ContainsKey(membership.MemberId)), .. byMember.Values.SelectMany(all => all)]), diagnostics);
    }

    /// <summary>Takes a member out of a department. Where that was his main one, the next becomes it.</summary>
    public Organisation? Remove(long memberId, long departmentId, DiagnosticBag diagnostics)
    {
        var left = MembershipsOf(memberId).Where(membership => membership.DepartmentId != departmentId).ToList();
        return Checked(Copy(memberships: [.. Memberships.Where(membership => membership.MemberId != memberId), .. WithMain(left)]), diagnostics);
    }

    /// <param name="superiorId">Null: whoever heads the department.</param>
    public Organisation? Report(long memberId, long? superiorId, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (superiorId is { } superior && !IsActive(superior))
        {
            diagnostics.Add(OrganisationDiagnostics.MemberInactive("superior", NameOf(superior)));
            return null;
        }

        var others = ReportingLines.Where(line => line.MemberId != memberId);
        return Checked(Copy(lines: superiorId is { } named ? [.. others, new(memberId, named)] : [.. others]), diagnostics);
    }

    /// <param name="replaced">The first day of the absence that it takes the place of; null for a new one.</param>
    public Organisation? Leave(Absence absence, DateOnly? replaced, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(absence);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var others = Absences.Where(other => other.MemberId != absence.MemberId || other.From != replaced).ToList();
        var found = new DiagnosticBag();
        Check(absence, others, found);
        diagnostics.AddRange(found.Items);
        return found.HasErrors ? null : Copy(absences: [.. others, absence]);
    }

    public Organisation Return(long memberId, DateOnly from) => Copy(absences: [.. Absences.Where(absence => absence.MemberId != memberId || absence.From != from)]);

    /// <summary>Whether nothing but the absences of one member differs.</summary>
    internal bool DiffersInAbsencesAlone(Organisation other, long memberId)
        => Departments == other.Departments && Memberships == other.Memberships && ReportingLines == other.ReportingLines
            && Absences.Where(absence => absence.MemberId != memberId).ToHashSet().SetEquals(other.Absences.Where(absence => absence.MemberId != memberId));

    internal string NameOf(long memberId) => FindMember(memberId)?.Name ?? "?";

    private static IEnumerable<Membership> WithMain(IReadOnlyList<Membership> memberships)
    {
        var main = memberships.FirstOrDefault(membership => membership.IsMain) ?? (memberships.Count > 0 ? memberships[0] : null);
        return memberships.Select(membership => membership with { IsMain = membership == main });
    }

    private IEnumerable<Membership> Assigned(long memberId, IEnumerable<Membership> assigned)
    {
        var changed = assigned.ToDictionary(membership => membership.DepartmentId);
        var hasNewMain = changed.Values.Any(membership => membership.IsMain);
        var kept = MembershipsOf(memberId).Where(membership => !changed.ContainsKey(membership.DepartmentId))
            .Select(membership => membership with { IsMain = membership.IsMain && !hasNewMain });
        var wasMain = hasNewMain ? null : MembershipsOf(memberId).FirstOrDefault(membership => membership.IsMain);
        return WithMain([.. kept, .. changed.Values.Select(membership => membership.DepartmentId == wasMain?.DepartmentId ? membership with { IsMain = true } : membership)]);
    }

    internal void Check(Membership membership, DiagnosticBag diagnostics)
    {
        if (!IsActive(membership.MemberId))
        {
            diagnostics.Add(OrganisationDiagnostics.MemberInactive("member", NameOf(membership.MemberId)));
        }

        if (!IsOpen(membership.DepartmentId))
        {
            diagnostics.Add(DepartmentDiagnostics.Gone("department"));
        }

        if (membership.Position is { } position && (position.Length is 0 or > Membership.LongestPosition || position != position.Trim() || position.Any(char.IsControl)))
        {
            diagnostics.Add(OrganisationDiagnostics.PositionInvalid(position));
        }
    }

    private void Check(Absence absence, IEnumerable<Absence> others, DiagnosticBag diagnostics)
    {
        if (absence.Until < absence.From)
        {
            diagnostics.Add(OrganisationDiagnostics.AbsenceReversed(absence.From, absence.Until));
        }

        if (absence.SubstituteId == absence.MemberId)
        {
            diagnostics.Add(OrganisationDiagnostics.OwnSubstitute());
        }
        else if (absence.SubstituteId is { } substitute && !IsActive(substitute))
        {
            diagnostics.Add(OrganisationDiagnostics.MemberInactive("substitute", NameOf(substitute)));
        }

        if (absence.Note?.Length > Absence.LongestNote)
        {
            diagnostics.Add(OrganisationDiagnostics.NoteTooLong());
        }

        if (others.FirstOrDefault(other => other.MemberId == absence.MemberId && other.From <= absence.Until && absence.From <= other.Until) is { } overlapped)
        {
            diagnostics.Add(OrganisationDiagnostics.AbsenceOverlaps(overlapped.From, overlapped.Until));
        }
    }

    /// <summary>Nobody may come to stand above himself by a change. Circles that are there already, by a leaver, keep nobody from changing something else.</summary>
    private Organisation? Checked(Organisation changed, DiagnosticBag diagnostics)
    {
        var circles = changed.FindCircles();
        if (circles.Count > 0 && circles.Except(FindCircles()).ToHashSet() is { Count: > 0 } added)
        {
            var first = added.Min();
            diagnostics.Add(OrganisationDiagnostics.Circle(changed.SuperiorsOf(first).Prepend(first).Append(first).Select(NameOf)));
            return null;
        }

        return changed;
    }

    /// <summary>Everybody who stands above himself.</summary>
    private HashSet<long> FindCircles()
    {
        var circles = new HashSet<long>();
        var walkOf = new Dictionary<long, long>();
        foreach (var start in Members.Select(member => member.Id))
        {
            var at = (long?)start;
            while (at is { } next && walkOf.TryAdd(next, start))
            {
                at = SuperiorOf(next);
            }

            for (var circled = at; circled is { } member && walkOf[member] == start && circles.Add(member);)
            {
                circled = SuperiorOf(member);
            }
        }

        return circles;
    }

    private Organisation Copy(
        DepartmentTree? departments = null, IReadOnlyList<Membership>? memberships = null, IReadOnlyList<ReportingLine>? lines = null, IReadOnlyList<Absence>? absences = null)
        => new(Stamp, departments ?? Departments, Members, memberships ?? Memberships, lines ?? ReportingLines, absences ?? Absences);
}
