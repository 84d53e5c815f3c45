using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.HandOvers;

/// <summary>What a member is in the organisation: head or deputy of departments, superior of others, substitute of others.</summary>
public sealed class OrganisationPart(IOrganisation organisation, IOrganisationStore store, IWorkspace workspace, TimeProvider clock) : IHandOverPart
{
    public string Key => "organisation";

    public LocalizedText Label { get; } = new("组织架构", "Organisation");

    public int Order => 100;

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), workspace.TimeZone).DateTime);

    public Task<IReadOnlyList<HandOverItem>> ListAsync(long memberId, CancellationToken cancellationToken)
        => Task.FromResult(Describe(organisation.Current, memberId));

    public async Task<IReadOnlyList<HandOverItem>> MoveAsync(
        HandOver handOver, Actor actor, IRecordTransaction transaction, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handOver);
        IReadOnlyList<HandOverItem> moved = [];
        await store.ChangeAsync(
            current =>
            {
                moved = Describe(current, handOver.Leaver.Id);
                return current.Succeed(handOver.Leaver.Id, handOver.Successor.Id, Today);
            },
            transaction, cancellationToken);
        return moved;
    }

    private IReadOnlyList<HandOverItem> Describe(Organisation current, long memberId)
    {
        var led = current.LedBy(memberId).Select(membership => new HandOverItem(DescribeRole(current, membership), 1));
        var reporting = current.ReportingLines.Count(line => line.SuperiorId == memberId);
        var substituted = current.SubstitutedBy(memberId, Today).Count();
        return [.. led, .. Some(new("汇报关系：直接下属", "Reporting lines: people who report to him"), reporting), .. Some(new("代理：他人休假时的代理人", "Substitute during absences of others"), substituted)];
    }

    private static IEnumerable<HandOverItem> Some(LocalizedText what, int count) => count > 0 ? [new(what, count)] : [];

    private static LocalizedText DescribeRole(Organisation current, Membership membership)
    {
        var path = current.Departments.PathOf(current.Departments.Find(membership.DepartmentId)!);
        return membership.Role == DepartmentRole.Head ? new($"负责人：{path}", $"Head: {path}") : new($"副负责人：{path}", $"Deputy head: {path}");
    }
}
