using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>What of records that are locked by flows the actor may change all the same, since he has tasks there whose steps let him (rule 43).</summary>
internal sealed class TaskChanges
{
    private readonly SaveBatch _batch;
    private readonly FormAccess _access;
    private readonly AccessAnswers _answers;

    private TaskChanges(SaveBatch batch, FormAccess access, AccessAnswers answers) => (_batch, _access, _answers) = (batch, access, answers);

    public static async Task<TaskChanges> AskAsync(SaveBatch batch, FormModel form, IReadOnlyCollection<FlowInstance> instances, CancellationToken cancellationToken)
    {
        var access = batch.Scope.Access.Of(form);
        var terms = instances.Select(instance => instance.Flow).Distinct().SelectMany(flow => access.RuleOfTasks(flow, null).Terms).Distinct().ToList();
        var answers = terms.Count == 0
            ? AccessAnswers.None
            : await batch.Scope.Transaction.AskAsync(form, [.. instances.Select(instance => instance.RecordId).Distinct()], batch.Scope.Access, terms, cancellationToken);
        return new(batch, access, answers);
    }

    /// <summary>While everything stands still nobody changes anything.</summary>
    public bool Allow(PendingRecord record, FlowInstance instance)
        => instance.SuspendedAt is null && FieldsOf(record).Prepend(null).All(field => _answers.Holds(_access.RuleOfTasks(instance.Flow, field), instance.RecordId));

    /// <summary>What somebody has changed of the record and its lines; a line that comes or goes changes the sub-table.</summary>
    private IEnumerable<FieldModel?> FieldsOf(PendingRecord record)
        => _batch.Form.Parent is { } subTable
            ? SaveRights.ChangedBy(record, _batch.Form).Append(subTable)
            : SaveRights.ChangedBy(record, _batch.Form).Concat(_batch.Lines.SelectMany(lines => lines.Records.Where(line => line.Parent == record && line.IsChanged)
                .SelectMany(line => SaveRights.ChangedBy(line, lines.Form).Append(lines.Form.Parent!))));
}
