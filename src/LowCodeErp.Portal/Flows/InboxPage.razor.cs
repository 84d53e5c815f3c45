using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Inbox;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LowCodeErp.Portal.Flows;

/// <summary>What waits for the viewer, what he has done and begun, and what he was told. It follows what others do.</summary>
public sealed partial class InboxPage : IDisposable
{
    private const int PageSize = 30;

    private readonly HashSet<(long Instance, int Seat)> _selected = [];
    private InboxList? _list;
    private InboxCounts _counts = InboxCounts.None;
    private List<InboxLine>? _lines;
    private IReadOnlyList<Diagnostic> _problems = [];
    private string _search = "";
    private string _flow = "";
    private string _opinion = "";
    private bool _onlyOpen;
    private bool _hasMore;
    private bool _isBusy;

    [Parameter]
    public string? ListName { get; set; }

    [Inject]
    public required ViewerFlows Flows { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required NotificationService Notifications { get; set; }

    private bool IsNarrowed => _search.Length > 0 || _flow.Length > 0 || _onlyOpen;

    [Inject]
    public required FlowWatch Watch { get; set; }

    public void Dispose()
    {
        Watch.Changed -= OnChanged;
        Leaving.Dispose();
    }

    protected override void OnInitialized() => Watch.Changed += OnChanged;

    protected override Task OnParametersSetAsync()
    {
        if (FlowAddress.Find(ListName) is var list && list != _list)
        {
            (_list, _search, _flow, _onlyOpen, _problems) = (list, "", "", false, []);
            _selected.Clear();
        }

        return ReadAsync();
    }

    /// <summary>What others do changes the list; pages that he has loaded beyond the first stay until he asks anew.</summary>
    private void OnChanged() => Follow(async () =>
    {
        if (!_isBusy && _lines is { Count: <= PageSize } && Watch.Counts != _counts)
        {
            await ReadAsync();
            StateHasChanged();
        }
    });

    /// <summary>From the beginning. Before the circuit runs only the frame is drawn; the list would be read twice otherwise.</summary>
    private async Task ReadAsync()
    {
        if (_list is not { } list || !RendererInfo.IsInteractive)
        {
            return;
        }

        try
        {
            _counts = await Flows.CountAsync(Leaving.Token);
            Take(await Flows.ReadAsync(list, query => Narrow(query, null), Leaving.Token), []);
            _selected.IntersectWith(_lines!.Select(line => (line.Entry.InstanceId, (int)line.Entry.PartId)));
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The page was left; nobody waits for the result.
        }
    }

    private async Task ReadMoreAsync()
    {
        _isBusy = true;
        try
        {
            Take(await Flows.ReadAsync(_list!.Value, query => Narrow(query, _lines![^1].Entry), Leaving.Token), _lines!);
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The page was left; nobody waits for the result.
        }
        finally
        {
            _isBusy = false;
        }
    }

    private void Take(IReadOnlyList<InboxLine> read, IReadOnlyList<InboxLine> known)
        => (_lines, _hasMore) = ([.. known, .. read.Take(PageSize)], read.Count > PageSize);

    private InboxQuery Narrow(InboxQuery query, InboxEntry? after) => query with
    {
        Flow = _flow.Length > 0 ? _flow : null,
        Search = _search,
        OnlyOpen = _onlyOpen,
        After = after,
        Take = PageSize + 1,
    };

    private Task SearchFor(ChangeEventArgs change)
    {
        _search = ((string?)change.Value ?? "").Trim();
        return ReadAsync();
    }

    private Task ChooseFlow(ChangeEventArgs change)
    {
        _flow = (string?)change.Value ?? "";
        return ReadAsync();
    }

    private Task ToggleOpen(ChangeEventArgs change)
    {
        _onlyOpen = change.Value is true;
        return ReadAsync();
    }

    private void Toggle(InboxEntry entry)
    {
        var task = (entry.InstanceId, (int)entry.PartId);
        if (!_selected.Remove(task))
        {
            _selected.Add(task);
        }
    }

    /// <summary>Each by itself (rule 22): what was refused stays selected, with the reason.</summary>
    private async Task ApproveAsync()
    {
        var chosen = _lines!.Select(line => line.Entry).Where(entry => _selected.Contains((entry.InstanceId, (int)entry.PartId))).ToList();
        var actor = await Flows.ReadMemberIdAsync();
        (_isBusy, _problems) = (true, []);
        try
        {
            var commands = chosen.Select(entry => (entry.InstanceId, (FlowEvent.SeatCommand)new FlowEvent.Approve
            {
                CommandId = Guid.NewGuid(), ActorId = actor, SeatId = (int)entry.PartId, Opinion = _opinion.Length > 0 ? _opinion : null,
            })).ToList();
            var results = await Flows.RunEachAsync(commands);
            var refused = chosen.Zip(results).Where(pair => pair.Second is FlowResult.Refused).ToList();
            _problems = [.. refused.Select(pair => Name(((FlowResult.Refused)pair.Second).Diagnostic, pair.First.Title))];
            _selected.Clear();
            _selected.UnionWith(refused.Select(pair => (pair.First.InstanceId, (int)pair.First.PartId)));
            _opinion = refused.Count > 0 ? _opinion : "";
            if (refused.Count < chosen.Count)
            {
                Notifications.Notify(NotificationSeverity.Success, Text["Approved", chosen.Count - refused.Count]);
            }
        }
        finally
        {
            _isBusy = false;
        }

        await ReadAsync();
    }

    private static Diagnostic Name(Diagnostic problem, string title)
        => problem with { Message = new($"{title}：{problem.Message.Chinese}", problem.Message.English is { } english ? $"{title}: {english}" : null) };

    private int CountOf(InboxList list) => list switch { InboxList.ToDo => _counts.Tasks, InboxList.Copies => _counts.UnreadCopies, _ => 0 };

    private string Describe(InboxLine line)
    {
        var initiator = line.Initiator ?? Text["System"].Value;
        var parts = new[]
        {
            line.Flow.ToString(),
            line.Step?.ToString(),
            _list == InboxList.Mine ? null : initiator,
            line.WaitsFor.Count > 0 ? Text["WaitsFor", line.WaitsAt?.ToString() ?? "", string.Join(Text["And"], line.WaitsFor)].Value : line.WaitsAt is { } step ? Text["WaitsAt", step].Value : null,
        };
        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private string Local(DateTime utc) => LocalTime.Format(utc, Workspace.TimeZone);
}
