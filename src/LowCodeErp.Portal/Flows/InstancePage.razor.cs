using System.Collections.Immutable;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Portal.Forms;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Inbox;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.Operations;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Controls.PageHeader;
using LowCodeErp.UI.Extending;
using LowCodeErp.UI.Extending.Files;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Radzen;
using EvaluationContext = LowCodeErp.Formula.Compilation.EvaluationContext;

namespace LowCodeErp.Portal.Flows;

/// <summary>An instance: its record, the way it went, and what the viewer can do. Where somebody else was faster, it says who, and nothing that was entered is lost.</summary>
public sealed partial class InstancePage : IDisposable
{
    private const int LongestOpinion = 2_000;

    /// <summary>After the last keystroke; an opinion is kept as a draft then.</summary>
    private static readonly TimeSpan KeepAfter = TimeSpan.FromSeconds(2);

    private readonly PendingUploads _uploads = new();
    private FlowView? _view;
    private Diagnostic? _refusal;
    private OpenedRecord? _opened;
    private RecordDraft? _draft;
    private DraftLogic? _logic;
    private LayoutState? _layout;
    private RecordCreation _creation = null!;
    private MemberAccess? _viewer;
    private EvaluationContext? _evaluation;
    private FlowForesight? _foresight;
    private LocalizedText? _step;
    private TaskSettings? _settings;
    private FlowOperation? _operation;
    private Diagnostic? _operationProblem;
    private IReadOnlyList<Diagnostic> _problems = [];
    private string? _notice;
    private string? _status;
    private string? _shown;
    private string _opinion = "";
    private string _keptOpinion = "";
    private int _keystrokes;
    private int _waiting;
    private bool _opensNext = true;
    private bool _isBusy;

    [Parameter]
    public long Id { get; set; }

    [Parameter]
    public int? SeatId { get; set; }

    [Inject]
    public required ViewerFlows Flows { get; set; }

    [Inject]
    public required FlowWatch Watch { get; set; }

    [Inject]
    public required ViewerRecords Records { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required DialogService Dialogs { get; set; }

    [Inject]
    public required NotificationService Notifications { get; set; }

    private FlowOffer Offer => _view?.Offer ?? FlowOffer.None;

    /// <summary>What was typed for a task that is somebody else's by now; he may want to copy it.</summary>
    private string? UnsentOpinion => _notice is not null && _view is { IsHisTurn: false } && _opinion.Length > 0 ? _opinion : null;

    private bool HasActions => Offer.Operations.Count > 0;

    private bool IsDirty => _draft is { IsDirty: true } || _uploads.Any;

    private bool IsApproval => _settings is ApprovalSettings;

    /// <summary>Whether he only advises whoever asked him.</summary>
    private bool IsAdvice => _view?.Seat is { Delegators.Length: > 0 };

    private IReadOnlyList<BreadcrumbItem> Trail => [new(Text["Inbox"], FlowAddress.Inbox)];

    private IEnumerable<string> Phrases => Text["PhraseList"].Value.Split('|');

    private ViewerRecords TaskRecords => Records.At(_view?.Record.Task);

    public void Dispose()
    {
        Watch.InstanceChanged -= OnInstanceChanged;
        Leaving.Dispose();
    }

    protected override void OnInitialized()
    {
        _creation = new(() => _viewer, StateHasChanged);
        Watch.InstanceChanged += OnInstanceChanged;
    }

    protected override async Task OnParametersSetAsync()
    {
        var wanted = $"{Id}/{SeatId}";
        if (_shown != wanted && RendererInfo.IsInteractive)
        {
            _shown = wanted;
            (_view, _refusal, _draft, _opened, _notice, _problems, _status, _operation) = (null, null, null, null, null, [], null, null);
            await LoadAsync();
            _opinion = _keptOpinion = _view is { IsHisTurn: true, Seat.Opinion: { } kept } ? kept : "";
            await NoteReadingAsync();
        }
    }

    private async Task LoadAsync()
    {
        try
        {
            switch (await Flows.OpenAsync(Id, SeatId, Leaving.Token))
            {
                case FlowOpening.Refused refused:
                    (_refusal, _view) = (refused.Diagnostic, null);
                    return;
                case FlowOpening.Opened opened:
                    await ShowAsync(opened.View);
                    break;
            }
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The page was left; nobody waits for the result.
        }
    }

    private async Task ShowAsync(FlowView view)
    {
        _view = view;
        _settings = view.Seat is { } seat && view.Flow.Find(view.State.Scopes[seat.ScopeId].Block ?? "") is FlowBlock.Leaf { Settings: TaskSettings settings } ? settings : null;
        _step = PathEntry.Waiting(view.Flow, view.State).Select(waiting => waiting.Step).FirstOrDefault();
        await ReadRecordAsync(view);
        _waiting = (await Flows.CountAsync(Leaving.Token)).Tasks;
        _foresight = Offer.Has(FlowOperation.Approve) || Offer.Has(FlowOperation.Complete) ? await Flows.ForeseeAsync(Id, NewDecision(IsApproval ? FlowOperation.Approve : FlowOperation.Complete), Leaving.Token) : null;
    }

    /// <summary>What he has entered and not sent yet stays, unless he cannot send it any more.</summary>
    private async Task ReadRecordAsync(FlowView view)
    {
        var form = Workspace.Current.FindForm(view.Flow.Form.Key);
        var mayRead = view.Record.Task is not null || view.Rights.May(AccessOperation.View);
        _opened = form is not null && mayRead ? await TaskRecords.OpenAsync(form, view.State.Instance.RecordId, Leaving.Token) : null;
        if (_opened is null || !view.IsHisTurn || !EditsAny(view.Rights, form!))
        {
            (_draft, _logic) = (null, null);
            return;
        }

        if (_draft is { IsDirty: true } && _draft.Form == form && _draft.Version == _opened.Row.Version)
        {
            return;
        }

        _viewer = await Records.ReadAccessAsync(Leaving.Token);
        _evaluation = _viewer.Evaluation;
        _layout = _layout?.Form == form ? _layout : new(form!);
        _draft = RecordDraft.From(_opened.Row, _opened.Lines).For(view.Rights);
        _logic = new(_draft, NewContext, StateHasChanged, ReadReferredAsync);
        _logic.Run();
        await _logic.ReadReferredAsync();
    }

    /// <summary>A step that lets nobody change anything shows the record as it is read, not a form full of boxes that are shut.</summary>
    private static bool EditsAny(RecordRights rights, FormModel form)
        => form.Fields.Concat(form.SubTables.SelectMany(subTable => subTable.Lines!.Fields)).Any(field => field is { IsStored: true, IsComputed: false } && rights.Of(field) == FieldAccess.Edit);

    private EvaluationContext NewContext() => _evaluation!.At(Clock.GetUtcNow().UtcDateTime);

    private async Task<RecordDraft?> ReadReferredAsync(FormModel form, long id)
        => await Records.OpenAsync(form, id, Leaving.Token) is { } referred ? RecordDraft.From(referred.Row, referred.Lines) : null;

    private Task OnChangedAsync()
    {
        _status = null;
        _logic?.Run();
        return _logic?.ReadReferredAsync() ?? Task.CompletedTask;
    }

    /// <summary>Whoever began it sees that the task was looked at, and what he was told of it does not stand in his lists as new.</summary>
    private async Task NoteReadingAsync()
    {
        if (_view is { IsHisTurn: true, Seat.ReadAt: null })
        {
            await Flows.RunAsync(Id, new FlowEvent.Read { CommandId = Guid.NewGuid(), ActorId = await Flows.ReadMemberIdAsync(), SeatId = _view.Seat.Id }, null);
        }

        if (_view is not null)
        {
            await Flows.MarkReadAsync(Id);
        }
    }

    private void Say(string phrase)
    {
        _opinion = _opinion.Length == 0 ? phrase : $"{_opinion}{(_opinion.EndsWith('。') ? "" : "；")}{phrase}";
        KeepOpinion();
    }

    private void KeepOpinion() => Follow(async () =>
    {
        var keystroke = ++_keystrokes;
        await Task.Delay(KeepAfter, Clock, Leaving.Token);
        if (keystroke == _keystrokes && !_isBusy && _view is { IsHisTurn: true } && _opinion != _keptOpinion)
        {
            var (opinion, member) = (_opinion, await Flows.ReadMemberIdAsync());
            if (await Flows.RunAsync(Id, new FlowEvent.KeepDraft { CommandId = Guid.NewGuid(), ActorId = member, SeatId = _view.Seat!.Id, Opinion = opinion }, null) is FlowResult.Done)
            {
                (_keptOpinion, _status) = (opinion, Text["OpinionKept"]);
                StateHasChanged();
            }
        }
    });

    private static bool IsFurther(FlowOperation operation) => operation is not (FlowOperation.Approve or FlowOperation.Reject or FlowOperation.Complete or FlowOperation.Claim or FlowOperation.KeepDraft);

    private void OnInstanceChanged(long id)
    {
        if (id == Id)
        {
            Follow(FollowAsync);
        }
    }

    /// <summary>Somebody did something while the page was open. Words for what it was; what is typed stays.</summary>
    private async Task FollowAsync()
    {
        if (_isBusy || _view is null)
        {
            return;
        }

        var before = _view;
        await LoadAsync();
        if (_view is { } view && view.State.Instance.Version != before.State.Instance.Version)
        {
            _notice = before.IsHisTurn && !view.IsHisTurn ? Describe(before, view) : _notice;
            StateHasChanged();
        }
    }

    /// <summary>Who took the task away since it was shown, and by what.</summary>
    private string Describe(FlowView before, FlowView view)
        => PathEntry.NewsOf(view.Flow, view.History, before.History.Count, Flows.FindMemberName) is { } news
            ? Text["FasterBy", news.Who ?? Text["System"].Value, LocalTime.Format(news.Entry.At, Workspace.TimeZone), Words[$"Action.{news.Entry.Action}"]]
            : Text["Faster"];

    private string Foretell(FlowForesight foresight)
    {
        if (foresight.Status is not FlowStatus.Running)
        {
            return Text["ThenEnds", Words[$"Status.{foresight.Status}"]];
        }

        var next = foresight.Next.Count > 0 ? foresight.Next : foresight.StillOpen;
        var step = next.Count > 0 ? _view!.Flow.Find(foresight.State.Scopes[next[0].ScopeId].Block ?? "")?.Label.ToString() ?? "" : "";
        var names = string.Join(Text["Comma"], next.Select(seat => Flows.FindMemberName(seat.HolderId) ?? Text["Group"].Value).Distinct());
        return next.Count == 0 ? Text["ThenGoesOn"] : Text[foresight.Next.Count > 0 ? "ThenAsks" : "ThenWaits", step, names];
    }

    private async Task AskBeforeLeavingAsync(LocationChangingContext leaving)
    {
        var options = new ConfirmOptions { OkButtonText = Text["Leave"], CancelButtonText = Text["Stay"] };
        if (IsDirty && await Dialogs.Confirm(Text["LeaveQuestion"], Text["LeaveTitle"], options) != true)
        {
            leaving.PreventNavigation();
        }
    }

    private string Local(DateTime utc) => LocalTime.Format(utc, Workspace.TimeZone);
}
