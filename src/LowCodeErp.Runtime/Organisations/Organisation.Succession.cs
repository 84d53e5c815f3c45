namespace LowCodeErp.Runtime.Organisations;

/// <summary>What of a leaver's place in the organisation a successor takes.</summary>
public sealed partial class Organisation
{
    /// <summary>The departments, closed ones aside, of which he is head or deputy.</summary>
    public IEnumerable<Membership> LedBy(long memberId)
        => MembershipsOf(memberId).Where(membership => membership.Role != DepartmentRole.Member && IsOpen(membership.DepartmentId));

    /// <summary>The absences, present and to come, during which he stands in for others.</summary>
    public IEnumerable<Absence> SubstitutedBy(long memberId, DateOnly today)
        => Absences.Where(absence => absence.SubstituteId == memberId && absence.Until >= today);

    /// <summary>
    /// The successor leads what the leaver led, is superior of those who reported to him and their substitute. The leaver stays in his departments
    /// as a plain member, since his records do. Whoever stands above the successor gets the leaver's own superior instead, and nobody stands in for himself.
    /// </summary>
    public Organisation Succeed(long leaver, long successor, DateOnly today)
    {
        var led = LedBy(leaver).ToDictionary(membership => membership.DepartmentId);
        var demoted = Memberships.Select(membership => membership.MemberId == leaver && led.ContainsKey(membership.DepartmentId) ? membership with { Role = DepartmentRole.Member } : membership);
        var substituted = SubstitutedBy(leaver, today).ToHashSet();
        return Copy(
            memberships: [.. demoted.Where(membership => membership.MemberId != successor), .. WithMain([.. PromotedOf(successor, led)])],
            lines: [.. LinesAfter(leaver, successor)],
            absences: [.. Absences.Select(absence => substituted.Contains(absence) ? absence with { SubstituteId = absence.MemberId == successor ? null : successor } : absence)]);
    }

    private IEnumerable<Membership> PromotedOf(long successor, Dictionary<long, Membership> led)
    {
        var own = MembershipsOf(successor).ToList();
        var added = led.Values.Where(left => own.TrueForAll(membership => membership.DepartmentId != left.DepartmentId))
            .Select(left => left with { MemberId = successor, IsMain = false });
        return own.Select(membership => led.TryGetValue(membership.DepartmentId, out var left) && left.Role > membership.Role ? membership with { Role = left.Role } : membership)
            .Concat(added);
    }

    private IEnumerable<ReportingLine> LinesAfter(long leaver, long successor)
    {
        foreach (var line in ReportingLines)
        {
            var superiors = line.SuperiorId == leaver ? new long?[] { successor, NamedSuperiorOf(leaver) } : [line.SuperiorId];
            if (superiors.FirstOrDefault(superior => superior is { } next && (line.SuperiorId != leaver || MayStandAbove(next, line.MemberId))) is { } above)
            {
                yield return line with { SuperiorId = above };
            }
        }
    }

    private bool MayStandAbove(long superior, long memberId) => superior != memberId && !SuperiorsOf(superior).Contains(memberId);
}
