using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>
/// Notes which flows begin because of what is saved, by whatever door; they begin once it is committed (<see cref="Flows.Work.FlowStartRunner"/>). One whose condition
/// cannot be reckoned is noted with the reason, so that nothing is passed over in silence.
/// </summary>
internal sealed class StartFlows : ISaveStep
{
    /// <summary>Of flows that set each other going without end somebody has to be told.</summary>
    public const int MostDepth = 10;

    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        var noted = new List<PendingStart>();
        foreach (var part in batch.All.Where(part => part.Form.Parent is null && !part.IsOnlyComputed))
        {
            foreach (var flow in part.Scope.FlowsOf(part.Form))
            {
                noted.AddRange(await FindAsync(part, flow, cancellationToken));
            }
        }

        if (noted.Count > 0)
        {
            await batch.Scope.Transaction.AddFlowStartsAsync(noted, cancellationToken);
        }
    }

    /// <summary>A record begins one instance of a flow, however many of its starts it meets.</summary>
    private static async Task<IEnumerable<PendingStart>> FindAsync(SaveBatch part, FlowModel flow, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, PendingStart>();
        foreach (var start in flow.Starts.Where(start => start.On is FlowTrigger.Created or FlowTrigger.Changed))
        {
            var concerned = part.Records.Where(record => record.IsChanged && Concerns(start, record) && !found.ContainsKey(record.Id)).ToList();
            foreach (var (record, failure) in await FindHoldingAsync(part, start, concerned, cancellationToken))
            {
                found.Add(record.Id, Note(part.Scope, flow, record, failure));
            }
        }

        return found.Values;
    }

    private static bool Concerns(FlowStart start, PendingRecord record) => record.Action switch
    {
        RecordAction.Create => start.On == FlowTrigger.Created,
        RecordAction.Update => start.On == FlowTrigger.Changed && (start.Fields.Count == 0 || start.Fields.Any(record.IsChangedIn)),
        _ => false,
    };

    private static async Task<IEnumerable<(PendingRecord Record, Diagnostic? Failure)>> FindHoldingAsync(
        SaveBatch part, FlowStart start, List<PendingRecord> records, CancellationToken cancellationToken)
    {
        if (start.When is null || records.Count == 0)
        {
            return records.Select(record => (record, (Diagnostic?)null));
        }

        if (start.LooksAcross)
        {
            var holding = await part.Scope.Transaction.FindHoldingAsync(part.Form, start.When, [.. records.Select(record => record.Id)], part.Scope.Evaluation, cancellationToken);
            return records.Where(record => holding.Contains(record.Id)).Select(record => (record, (Diagnostic?)null));
        }

        return records.Select(record => (Record: record, Answer: Ask(part.Scope, start, record)))
            .Where(asked => asked.Answer.Holds || asked.Answer.Failure is not null)
            .Select(asked => (asked.Record, asked.Answer.Failure));
    }

    private static (bool Holds, Diagnostic? Failure) Ask(SaveScope scope, FlowStart start, PendingRecord record)
    {
        var hasFailed = false;
        var holds = start.When!.Holds(record, scope.ChangeOf(record).Reporting(found => hasFailed |= found.IsFailure));
        return (holds, hasFailed ? FlowFormulaDiagnostics.Failed("when") : null);
    }

    private static PendingStart Note(SaveScope scope, FlowModel flow, PendingRecord record, Diagnostic? failure)
    {
        var cause = scope.Request.Cause;
        var depth = cause is null ? 0 : cause.Depth + 1;
        failure ??= depth > MostDepth ? FlowCommandDiagnostics.TooDeep(flow.Label, MostDepth) : null;
        return new()
        {
            CommandId = Guid.CreateVersion7(),
            Flow = flow.Key,
            RecordId = record.Id,
            ActorId = cause is null ? scope.Actor.MemberId : cause.InitiatorId,
            Depth = depth,
            At = scope.At,
            NextAt = failure is null ? scope.At : null,
            Code = failure?.Code,
            Chinese = failure?.Message.Chinese,
            English = failure?.Message.In(FlowCommandDiagnostics.Words),
        };
    }
}
