using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Drafts;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Inbox;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;

namespace LowCodeErp.Portal.Flows;

/// <summary>Instances of flows as whoever sits at this page finds them and acts on them, away from the page's circuit as <see cref="Records.ViewerRecords"/> does.</summary>
public sealed class ViewerFlows(
    IInbox inbox, IFlowQueries queries, IFlowVersions versions, FlowEngine engine, FlowDesk desk, IRecordQueries records, TimeProvider clock, IAccess access, IWorkspace workspace, IOrganisation organisation, IDraftStore drafts,
    ICurrentActor viewer)
{
    private const int Suggestions = 20;

    /// <summary>Nothing for a viewer who is no member.</summary>
    public async Task<InboxCounts> CountAsync(CancellationToken cancellationToken)
    {
        var rights = await access.OfAsync(await viewer.GetAsync(), cancellationToken);
        return rights.Actor.MemberId is { } member
            ? await Task.Run(() => inbox.CountAsync(member, rights.Asked, rights.Evaluation.Now, cancellationToken), cancellationToken)
            : InboxCounts.None;
    }

    /// <summary>The to-do lists that the viewer sees; none for a viewer who is no member.</summary>
    public async Task<IReadOnlyList<string>> ReadAskedAsync(CancellationToken cancellationToken) => (await access.OfAsync(await viewer.GetAsync(), cancellationToken)).Asked;

    /// <summary>0 for a viewer who is no member: no command of his is carried out.</summary>
    public async Task<long> ReadMemberIdAsync() => (await viewer.GetAsync()).MemberId ?? 0;

    /// <summary>A page of one of the viewer's lists.</summary>
    /// <param name="narrow">What he filters by.</param>
    public async Task<IReadOnlyList<InboxLine>> ReadAsync(InboxList list, Func<InboxQuery, InboxQuery> narrow, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(narrow);
        var rights = await access.OfAsync(await viewer.GetAsync(), cancellationToken);
        if (rights.Actor.MemberId is not { } member)
        {
            return [];
        }

        var query = narrow(new(list, member, rights.Asked, rights.Evaluation.Now));
        return await Task.Run(() => ReadLinesAsync(query, cancellationToken), cancellationToken);
    }

    /// <summary>Not cancelled when the page is left: what was decided is decided.</summary>
    public async Task<IReadOnlyList<FlowResult>> RunEachAsync(IReadOnlyList<(long InstanceId, FlowEvent.SeatCommand Command)> commands)
    {
        var actor = await viewer.GetAsync();
        return await Task.Run(() => engine.RunEachAsync(commands, actor, CancellationToken.None));
    }

    public async Task<FlowOpening> OpenAsync(long instanceId, int? seatId, CancellationToken cancellationToken)
    {
        var actor = await viewer.GetAsync();
        return await Task.Run(() => desk.OpenAsync(instanceId, seatId, actor, cancellationToken), cancellationToken);
    }

    /// <summary>Not cancelled when the page is left: what was decided is decided.</summary>
    /// <param name="record">What was changed of the record, where that comes with it; null for nothing.</param>
    public async Task<FlowResult> RunAsync(long instanceId, FlowEvent.Command command, RecordInput? record)
    {
        var actor = await viewer.GetAsync();
        return await Task.Run(() => record is null
            ? engine.RunAsync(instanceId, command, actor, CancellationToken.None)
            : engine.RunAsync(instanceId, command, record, actor, CancellationToken.None));
    }

    /// <summary>Submits a stored record. Not cancelled when the page is left.</summary>
    /// <param name="button">Key of the button that was pressed; null where the record is submitted.</param>
    /// <param name="commandId">The same for the same click.</param>
    public async Task<FlowResult> StartAsync(string flow, long recordId, string? button, Guid commandId)
    {
        var actor = await viewer.GetAsync();
        var submit = new FlowEvent.Submit { CommandId = commandId, ActorId = actor.MemberId ?? 0, Button = button };
        return await Task.Run(() => engine.StartAsync(flow, recordId, submit, actor, CancellationToken.None));
    }

    /// <summary>The instances of a record that the viewer sees, the newest first.</summary>
    public Task<IReadOnlyList<FlowInstance>> ListAsync(long recordId, CancellationToken cancellationToken)
        => Task.Run(() => queries.ListAsync(recordId, cancellationToken), cancellationToken);

    /// <summary>What a command would lead to; null where it would be refused.</summary>
    public async Task<FlowForesight?> ForeseeAsync(long instanceId, FlowEvent.Command command, CancellationToken cancellationToken)
    {
        var actor = await viewer.GetAsync();
        return await Task.Run(() => engine.ForeseeAsync(instanceId, command with { CommandId = Guid.NewGuid(), ActorId = actor.MemberId ?? 0 }, actor, cancellationToken), cancellationToken);
    }

    /// <summary>The flows that the viewer can submit a new record to, in the order of the apps.</summary>
    public async Task<IReadOnlyList<FlowModel>> ListStartableAsync(CancellationToken cancellationToken)
    {
        var rights = await access.OfAsync(await viewer.GetAsync(), cancellationToken);
        return rights.ChangesNothing ? [] : [.. Flows.Where(flow => flow.Starts.Any(IsPressed) && rights.Of(flow.Form).May(AccessOperation.Create))];
    }

    /// <summary>What the viewer began to enter as new records of forms that go through flows.</summary>
    public async Task<IReadOnlyList<(FormModel Form, WindowDraft Draft)>> ListDraftsAsync(CancellationToken cancellationToken)
    {
        if ((await viewer.GetAsync()) is not { MemberId: { } member, SeenBy: null })
        {
            return [];
        }

        var kept = await Task.Run(() => drafts.ListNewAsync(member, cancellationToken), cancellationToken);
        var forms = Flows.Select(flow => flow.Form).DistinctBy(form => form.Key).ToDictionary(form => form.Key);
        return [.. kept.Where(draft => forms.ContainsKey(draft.Form)).Select(draft => (forms[draft.Form], draft.Draft))];
    }

    /// <summary>Whether somebody begins it by hand.</summary>
    public static bool IsPressed(FlowStart start) => start is { On: FlowTrigger.Submit or FlowTrigger.Button };

    public async Task MarkReadAsync(long instanceId)
    {
        var actor = await viewer.GetAsync();
        if (actor is { MemberId: { } member, SeenBy: null })
        {
            await Task.Run(() => inbox.MarkReadAsync(member, instanceId, clock.GetUtcNow().UtcDateTime, CancellationToken.None));
        }
    }

    /// <summary>Active members, by a part of their name.</summary>
    public async Task<IReadOnlyList<RecordReference>> SuggestMembersAsync(string? text, CancellationToken cancellationToken)
    {
        var actor = await viewer.GetAsync();
        return await Task.Run(() => records.SuggestMembersAsync(text, Suggestions, actor, cancellationToken), cancellationToken);
    }

    /// <summary>Flows that there are, by which lists are filtered.</summary>
    public IReadOnlyList<FlowModel> Flows => [.. workspace.Current.Apps.SelectMany(app => app.Flows)];

    /// <summary>The system where nobody began it.</summary>
    public string? FindMemberName(long? id) => id is { } known ? organisation.Current.FindMember(known)?.Name ?? FormattableString.Invariant($"#{known}") : null;

    private async Task<IReadOnlyList<InboxLine>> ReadLinesAsync(InboxQuery query, CancellationToken cancellationToken)
    {
        var entries = await inbox.ReadAsync(query, cancellationToken);
        var open = query.List == InboxList.ToDo ? null : await inbox.ReadOpenAsync([.. entries.Select(entry => entry.InstanceId).Distinct()], cancellationToken);
        var lines = new List<InboxLine>(entries.Count);
        foreach (var entry in entries)
        {
            var flow = await FindAsync(entry, cancellationToken);
            var waiting = open?[entry.InstanceId].DistinctBy(task => task.SeatId).ToList() ?? [];
            lines.Add(new(entry, flow?.Label ?? new LocalizedText(entry.Flow), entry.Block is { } block ? flow?.Find(block)?.Label : null, FindMemberName(entry.InitiatorId))
            {
                WaitsAt = waiting.Count > 0 ? flow?.Find(waiting[0].Block)?.Label : null,
                WaitsFor = [.. waiting.Select(task => FindMemberName(task.HolderId)).OfType<string>().Distinct()],
            });
        }

        return lines;
    }

    /// <summary>As it was when the instance began; as it is now where that one cannot run any more, for its names.</summary>
    private async Task<FlowModel?> FindAsync(InboxEntry entry, CancellationToken cancellationToken)
        => (await versions.FindAsync(entry.Flow, entry.FlowVersion ?? workspace.Current.Version, cancellationToken)).Model ?? workspace.Current.FindFlow(entry.Flow);
}
