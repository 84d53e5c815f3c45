using LowCodeErp.Metadata.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>
/// What is being decided upon stays as it is: records in a running instance of a flow that locks them are changed only through its tasks (rule 43), and no record
/// goes into the trash from under its instance. The initiator changes what was returned to him; a hand-over changes only who is responsible.
/// </summary>
internal sealed class CheckFlows(bool ofDelete) : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        var form = batch.Form.Parent?.Form ?? batch.Form;
        var flows = batch.Scope.FlowsOf(form).ToDictionary(flow => flow.Key, StringComparer.Ordinal);
        if (flows.Count == 0 || batch.Scope.Request.Source == ChangeSource.HandOver || batch.Scope is { Request.Source: ChangeSource.Flow, Actor.MemberId: null })
        {
            return;
        }

        var touched = batch.Records.Where(record => record.IsChanged).SelectMany(record => RecordsOf(batch.Form, record).Select(id => (Record: record, Id: id))).ToList();
        long[] ids = [.. touched.Select(pair => pair.Id).Distinct()];
        if (ids.Length == 0)
        {
            return;
        }

        // An instance that begins at this moment locks the record too: one of the two sees what the other has done.
        await batch.Scope.Transaction.LockAsync(form, ids, cancellationToken);
        var running = (await batch.Scope.Transaction.FindRunningFlowsAsync(ids, cancellationToken)).ToLookup(instance => instance.RecordId);
        var isDelete = ofDelete && batch.Form.Parent is null;
        var locked = touched.SelectMany(pair => running[pair.Id].Where(instance => isDelete || IsLocked(instance, flows.GetValueOrDefault(instance.Flow), batch.Scope.Actor)).Select(instance => (pair.Record, Instance: instance)))
            .ToList();
        var tasks = isDelete || locked.Count == 0 ? null : await TaskChanges.AskAsync(batch, form, [.. locked.Select(pair => pair.Instance)], cancellationToken);
        foreach (var (record, instance) in locked.Where(pair => tasks?.Allow(pair.Record, pair.Instance) != true).DistinctBy(pair => pair.Record))
        {
            record.Diagnostics.Add(isDelete ? RecordDiagnostics.DeletedInFlow(LabelOf(flows, instance)) : RecordDiagnostics.LockedByFlow(LabelOf(flows, instance)));
        }
    }

    private static bool IsLocked(FlowInstance instance, FlowModel? flow, Actor actor)
        => flow is { Definition.Record: FlowRecordAccess.Locked } && !(instance.Status == FlowStatus.Returned && instance.InitiatorId == actor.MemberId);

    /// <summary>A line belongs to a record, and may have belonged to another one.</summary>
    private static IEnumerable<long> RecordsOf(FormModel form, PendingRecord record)
        => form.Parent is not null ? FindParents.IdsOf(form, record) : record.IsNew ? [] : [record.Id];

    private static Core.Naming.LocalizedText LabelOf(Dictionary<string, FlowModel> flows, FlowInstance instance)
        => flows.TryGetValue(instance.Flow, out var flow) ? flow.Label : new(instance.Flow);
}
