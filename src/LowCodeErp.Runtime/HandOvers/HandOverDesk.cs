using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.HandOvers;

/// <summary>Hands over all that a leaver holds, in one step and one transaction (R115).</summary>
public sealed class HandOverDesk(
    IRecordStore records, IEnumerable<IHandOverPart> parts, IHandOverStore store, CurrentOrganisation organisation, TimeProvider clock)
{
    private readonly IReadOnlyList<IHandOverPart> _parts = [.. parts.OrderBy(part => part.Order)];

    /// <summary>What a member holds, a section a part that has something to say.</summary>
    public Task<IReadOnlyList<HandOverSection>> PreviewAsync(long memberId, CancellationToken cancellationToken = default)
        => GatherAsync(part => part.ListAsync(memberId, cancellationToken));

    public async Task<HandOverResult> RunAsync(HandOver handOver, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(handOver);
        ArgumentNullException.ThrowIfNull(actor);
        if (Check(handOver, actor) is { } refused)
        {
            return new(null, [refused]);
        }

        var result = await Repetition.RunAsync(() => RunOnceAsync(handOver, actor, cancellationToken));
        await organisation.LoadAsync(cancellationToken);
        return result;
    }

    private static Diagnostic? Check(HandOver handOver, Actor actor)
        => !actor.IsAdministrator ? HandOverDiagnostics.NotAllowed(actor.Name)
            : handOver.Leaver.Id == handOver.Successor.Id ? HandOverDiagnostics.SameMember()
            : handOver.Deactivates && actor.MemberId == handOver.Leaver.Id ? HandOverDiagnostics.OwnAccount()
            : null;

    /// <summary>As they are stored: a page may have been open for long.</summary>
    private static async Task<Diagnostic?> CheckAccountsAsync(HandOver handOver, Actor actor, IRecordTransaction transaction, CancellationToken cancellationToken)
    {
        var active = await transaction.FindExistingMembersAsync([handOver.Successor.Id, .. actor.MemberId is { } own ? [own] : Array.Empty<long>()], cancellationToken);
        return actor.MemberId is { } member && !active.Contains(member) ? HandOverDiagnostics.NotAllowed(actor.Name)
            : !active.Contains(handOver.Successor.Id) ? HandOverDiagnostics.SuccessorInactive(handOver.Successor.Name)
            : null;
    }

    /// <summary>What went where is in the report; the log says that it went, and to whom.</summary>
    private static AuditEntry Describe(HandOverReport report, HandOver handOver, Actor actor)
    {
        List<AuditFact> facts =
        [
            new(AuditDetail.Change, new LocalizedText($"“{report.LeaverName}”的工作移交给“{report.SuccessorName}”（交接单 {report.Id}）", $"\"{report.LeaverName}\" handed over to \"{report.SuccessorName}\" (hand-over {report.Id})")),
        ];
        facts.AddRange(report.WasDeactivated ? [new(AuditDetail.Change, new LocalizedText("停用", "deactivated"))] : Array.Empty<AuditFact>());
        return new(AuditKind.MemberChange, actor) { RecordId = handOver.Leaver.Id, Facts = facts };
    }

    private async Task<HandOverResult> RunOnceAsync(HandOver handOver, Actor actor, CancellationToken cancellationToken)
    {
        await using var transaction = await records.BeginAsync(cancellationToken);
        var diagnostics = new DiagnosticBag();
        if (await CheckAccountsAsync(handOver, actor, transaction, cancellationToken) is { } refused)
        {
            return new(null, [refused]);
        }

        var moved = await GatherAsync(part => diagnostics.HasErrors
            ? Task.FromResult<IReadOnlyList<HandOverItem>>([])
            : part.MoveAsync(handOver, actor, transaction, diagnostics, cancellationToken));
        if (diagnostics.HasErrors)
        {
            return new(null, diagnostics.Items);
        }

        if (handOver.Deactivates)
        {
            await store.DeactivateAsync(handOver.Leaver.Id, transaction, cancellationToken);
        }

        var report = new HandOverReport(
            0, handOver.Leaver.Name, handOver.Successor.Name, clock.GetUtcNow().UtcDateTime, actor.Name, handOver.Deactivates, moved, [.. diagnostics.Items.Select(item => item.Message)]);
        var kept = await store.KeepAsync(handOver, report, transaction, cancellationToken);
        await transaction.WriteAuditAsync(Describe(kept, handOver, actor), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(kept, []);
    }

    private async Task<IReadOnlyList<HandOverSection>> GatherAsync(Func<IHandOverPart, Task<IReadOnlyList<HandOverItem>>> ask)
    {
        var sections = new List<HandOverSection>();
        foreach (var part in _parts)
        {
            if (await ask(part) is { Count: > 0 } items)
            {
                sections.Add(new(part.Key, part.Label, items));
            }
        }

        return sections;
    }
}
