using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Portal.Lists;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using Radzen;
using EvaluationContext = LowCodeErp.Formula.Compilation.EvaluationContext;

namespace LowCodeErp.Portal.Forms;

/// <summary>One record of a form, stored or new, made from the form's fields. Nothing typed is lost without a question.</summary>
public sealed partial class FormPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private FormModel? _form;
    private ListState _state = new();
    private OpenedRecord? _opened;
    private RecordDraft? _draft;
    private DraftLogic? _logic;
    private LayoutState _layout = null!;
    private Actor? _actor;
    private RecordNeighbours _neighbours = RecordNeighbours.None;
    private IReadOnlyList<Diagnostic> _problems = [];
    private string? _status;
    private string? _focus;
    private string? _shown;
    private bool _isGone;
    private bool _isSaving;
    private bool _restoresFocus;

    [Parameter]
    public string FormKey { get; set; } = "";

    [Parameter]
    public long? Id { get; set; }

    [Inject]
    public required ViewerRecords Records { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required IWorkingCalendars Calendars { get; set; }

    [Inject]
    public required ICurrentActor Viewer { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required DialogService Dialogs { get; set; }

    [Inject]
    public required NotificationService Notifications { get; set; }

    [Inject]
    public required IJSRuntime Script { get; set; }

    private bool IsDirty => _draft is { IsDirty: true };

    private string Title => _opened is null ? Text["New", _form!.Label] : RecordTitle.Of(_opened.Row);

    private string? Subtitle
    {
        get
        {
            if (_opened is null)
            {
                return null;
            }

            var changed = LocalTime.Format(_opened.Row.UpdatedAt, Workspace.TimeZone);
            return RecordTitle.CodeOf(_opened.Row) is { } code ? Text["Subtitle", code, changed] : Text["Updated", changed];
        }
    }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != $"{FormKey}/{Id}")
        {
            _shown = $"{FormKey}/{Id}";
            _opened = null;
            await ShowAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is { } target)
        {
            _focus = null;
            await Script.InvokeVoidAsync("lowcode.focus", target);
        }
        else if (_restoresFocus && !_isSaving)
        {
            _restoresFocus = false;
            await Script.InvokeVoidAsync("lowcode.restoreFocus");
        }
    }

    /// <summary>Before the circuit runs only the frame is drawn; the record would be read twice otherwise.</summary>
    private async Task ShowAsync()
    {
        _form = Workspace.Current.FindForm(FormKey) is { Parent: null } form ? form : null;
        _state = ListAddress.Read(Navigation.Uri);
        (_draft, _isGone, _problems) = (null, false, []);
        if (_form is null || !RendererInfo.IsInteractive)
        {
            return;
        }

        // Whoever steps from record to record stays on the tab.
        _layout = _layout?.Form == _form ? _layout : new(_form);
        _actor = await Viewer.GetAsync();
        if (Id is { } id)
        {
            await OpenAsync(_form, id);
        }
        else
        {
            await BeginAsync(_form);
        }
    }

    private async Task OpenAsync(FormModel form, long id)
    {
        try
        {
            _opened = await Records.OpenAsync(form, id, _leaving.Token);
            _isGone = _opened is null;
            Edit(_opened is null ? null : RecordDraft.From(_opened.Row, _opened.Lines));
            _neighbours = RecordAddress.ReadPlace(Navigation.Uri) is { } place
                ? await RecordNeighbours.FindAsync(Records, form, id, _state, place, _leaving.Token)
                : RecordNeighbours.None;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left before the record was there.
        }
    }

    /// <summary>A new record, which a related list may have asked to refer to its own.</summary>
    private async Task BeginAsync(FormModel form)
    {
        try
        {
            var filled = new Dictionary<FieldModel, RecordReference>();
            foreach (var (reference, id) in FormAddress.ReadFilled(form, Navigation.Uri))
            {
                if (await Records.OpenAsync(reference.Target!, id, _leaving.Token) is { } target)
                {
                    filled[reference] = new(id, RecordTitle.Of(target.Row), RecordTitle.CodeOf(target.Row));
                }
            }

            Edit(RecordDraft.New(form, filled));
            await _logic!.ReadReferredAsync();
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left before the records that it refers to were there.
        }
    }

    private void Edit(RecordDraft? draft)
    {
        _draft = draft;
        _logic = draft is null ? null : new(draft, NewContext, StateHasChanged, ReadReferredAsync);
        _logic?.Run();
    }

    private async Task<RecordDraft?> ReadReferredAsync(FormModel form, long id)
        => await Records.OpenAsync(form, id, _leaving.Token) is { } referred ? RecordDraft.From(referred.Row, referred.Lines) : null;

    private EvaluationContext NewContext()
        => new(Clock.GetUtcNow().UtcDateTime, Workspace.TimeZone) { CurrentUser = _actor?.MemberId, Calendar = Calendars.Current };

    private Task OnChangedAsync()
    {
        _status = null;
        _logic?.Run();
        return _logic?.ReadReferredAsync() ?? Task.CompletedTask;
    }

    private async Task SaveAsync(bool continueWithNew)
    {
        if (!_isSaving && _draft is not null)
        {
            await StoreAsync(_draft.ToInput(), continueWithNew);
        }
    }

    private async Task StoreAsync(RecordInput input, bool continueWithNew)
    {
        (_isSaving, _status, _problems) = (true, null, []);
        StateHasChanged();
        try
        {
            var result = await Records.SaveAsync(_form!, input);
            _isSaving = false;
            await TakeAsync(input, result, continueWithNew);
        }
        catch (FormChangedException)
        {
            // The form was published while this page was open; what was typed stays on the page.
            Notifications.Notify(NotificationSeverity.Warning, Text["FormChanged"]);
        }
        finally
        {
            _isSaving = false;
        }
    }

    private Task TakeAsync(RecordInput input, SaveResult result, bool continueWithNew) => result switch
    {
        SaveResult.Saved saved => GoOnAsync(saved.Records[0].Id, continueWithNew),
        SaveResult.Invalid invalid => ReportAsync([.. invalid.Problems.Select(problem => problem.Diagnostic)]),
        SaveResult.Unconfirmed unconfirmed => ConfirmAsync(input, unconfirmed.Warnings, continueWithNew),
        SaveResult.Conflict conflict => ResolveAsync(conflict.Change, continueWithNew),
        _ => throw new InvalidOperationException($"Unknown result {result}."),
    };

    private Task GoOnAsync(long id, bool continueWithNew)
    {
        _status = Text["Saved"];
        if (!continueWithNew && Id == id)
        {
            _restoresFocus = true;
            return OpenAsync(_form!, id);
        }

        _draft = null;
        if (continueWithNew && Id is null)
        {
            return ShowAsync();
        }

        Navigation.NavigateTo(continueWithNew ? RecordAddress.New(_form!, _state) : RecordAddress.Of(_form!, id, _state, null), replace: !continueWithNew);
        return Task.CompletedTask;
    }

    private Task ReportAsync(IReadOnlyList<Diagnostic> problems)
    {
        _problems = problems;
        _draft!.SetDiagnostics(problems);
        // The first of them wins where two tabs hold mistakes.
        problems.Reverse().ToList().ForEach(Reveal);
        _focus = problems.Select(problem => FieldTarget.Of(_draft, problem.Path)).OfType<string>().FirstOrDefault();
        return Task.CompletedTask;
    }

    private async Task ConfirmAsync(RecordInput input, IReadOnlyList<RecordWarning> warnings, bool continueWithNew)
    {
        StateHasChanged();
        await (await WarningsDialog.AskAsync(Dialogs, Text["WarningsTitle"], warnings)
            ? StoreAsync(input.Confirming(warnings), continueWithNew)
            : ReportAsync([.. warnings.Select(warning => warning.Diagnostic)]));
    }

    private void Reveal(Diagnostic problem)
    {
        if (FieldTarget.FieldOf(_draft!, problem.Path) is { } field)
        {
            _layout.Reveal(field);
        }
    }

    private void ShowPlace(Diagnostic problem)
    {
        Reveal(problem);
        _focus = FieldTarget.Of(_draft!, problem.Path);
    }

    private async Task ResolveAsync(ChangeConflict conflict, bool continueWithNew)
    {
        StateHasChanged();
        var current = await Records.OpenAsync(_form!, Id!.Value, _leaving.Token);
        var parameters = new Dictionary<string, object?>
        {
            [nameof(ConflictDialog.Conflict)] = conflict,
            [nameof(ConflictDialog.Draft)] = _draft,
            [nameof(ConflictDialog.Opened)] = _opened,
            [nameof(ConflictDialog.Current)] = current,
        };
        var options = new DialogOptions { Width = "min(40rem, 94vw)", ShowClose = false, CloseDialogOnEsc = true };
        var choice = await Dialogs.OpenAsync<ConflictDialog>(Text["ConflictTitle"], parameters, options);
        if (choice is ConflictChoice.TakeTheirs)
        {
            await ShowAsync();
        }
        else if (choice is ConflictChoice.KeepMine)
        {
            await StoreAsync(MergedInput.Create(_draft!, _opened!, current), continueWithNew);
        }
    }

    private async Task DeleteAsync()
    {
        var options = new ConfirmOptions { OkButtonText = Text["Delete"], CancelButtonText = Text["Cancel"] };
        if (await Dialogs.Confirm(Text["DeleteQuestion", Title], Text["DeleteTitle"], options) != true)
        {
            return;
        }

        switch (await Records.DeleteAsync(_form!, [_opened!.Row]))
        {
            case SaveResult.Invalid invalid:
                await ReportAsync([.. invalid.Problems.Select(problem => problem.Diagnostic)]);
                break;
            case SaveResult.Conflict:
                Notifications.Notify(NotificationSeverity.Warning, Text["ChangedMeanwhile"]);
                break;
            default:
                _draft = null;
                Notifications.Notify(NotificationSeverity.Success, Text["Deleted", Title]);
                Navigation.NavigateTo(RecordAddress.Of(_form!, _state));
                break;
        }
    }

    private async Task AskBeforeLeavingAsync(LocationChangingContext leaving)
    {
        var options = new ConfirmOptions { OkButtonText = Text["Leave"], CancelButtonText = Text["Stay"] };
        if (IsDirty && await Dialogs.Confirm(Text["LeaveQuestion"], Text["LeaveTitle"], options) != true)
        {
            leaving.PreventNavigation();
        }
    }
}
