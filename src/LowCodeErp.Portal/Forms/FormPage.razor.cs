using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Portal.Lists;
using LowCodeErp.Portal.Records;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Portal.Views;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using LowCodeErp.UI.Extending.Files;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using Radzen;
using EvaluationContext = LowCodeErp.Formula.Compilation.EvaluationContext;

namespace LowCodeErp.Portal.Forms;

/// <summary>One record of a form, stored or new, made from the form's fields. Nothing typed is lost without a question.</summary>
public sealed partial class FormPage : IDisposable
{
    private readonly Leaving _leaving = new();
    private readonly PendingUploads _uploads = new();
    private FormModel? _form;
    private ListState _state = new();
    private OpenedRecord? _opened;
    private RecordDraft? _draft;
    private RecordRights? _rights;
    private MemberAccess? _viewer;
    private DraftLogic? _logic;
    private LayoutState _layout = null!;
    private RecordCreation _creation = null!;
    private Actor? _actor;
    private EvaluationContext? _evaluation;
    private RecordNeighbours _neighbours = RecordNeighbours.None;
    private IReadOnlyList<Diagnostic> _problems = [];
    private string? _status;
    private string? _focus;
    private string? _shown;
    private bool _isGone;
    private bool _isSaving;
    private bool _isSharing;
    private bool _isWaiting;
    private bool _isMissingFiles;
    private bool _restoresFocus;

    [Parameter]
    public string FormKey { get; set; } = "";

    [Parameter]
    public long? Id { get; set; }

    [Inject]
    public required ViewerRecords Records { get; set; }

    [Inject]
    public required MemberViews Views { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

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

    private bool IsDirty => _draft is { IsDirty: true } || _uploads.Any;

    private bool MaySave => _rights is { MaySave: true };

    private bool MayCreate => _viewer?.Of(_form!).May(AccessOperation.Create) == true;

    private bool IsBusy => _isSaving || _isWaiting || _offers.Count > 0;

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
        StopKeeping();
        _leaving.Dispose();
    }

    protected override void OnInitialized()
    {
        _creation = new(() => _viewer, StateHasChanged);
        Workspace.Changed += OnWorkspaceChanged;
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
        if (firstRender)
        {
            await ListenToTypingAsync();
        }

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

    private Task OnChangedAsync()
    {
        (_status, _isMissingFiles) = (null, false);
        _keeper?.Touch();
        _logic?.Run();
        return _logic?.ReadReferredAsync() ?? Task.CompletedTask;
    }

    private async Task SaveAsync(bool continueWithNew)
    {
        if (!IsBusy && MaySave && _draft is not null && await FilesAreThereAsync())
        {
            await StoreAsync(_draft.ToInput(), continueWithNew);
        }
    }

    /// <summary>What is still on its way is waited for, and can be cancelled where it is shown. Without a file that did not come nothing is saved unasked.</summary>
    private async Task<bool> FilesAreThereAsync()
    {
        _isWaiting = true;
        StateHasChanged();
        try
        {
            _isMissingFiles = !await _uploads.WaitAsync();
            return !_isMissingFiles && _draft is not null && !_leaving.IsCancellationRequested;
        }
        finally
        {
            _isWaiting = false;
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
            // It was published a moment ago and again now; what was entered is carried over and can be saved once more.
            _isSaving = false;
            await CarryOverAsync();
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

    private async Task GoOnAsync(long id, bool continueWithNew)
    {
        _status = Text["Saved"];
        await DropDraftAsync();
        if (!continueWithNew && Id == id)
        {
            await LoadAsync(_form!, offersDrafts: false);
            // Only now: what is drawn while it is read is replaced by it, and the focus would go with it.
            _restoresFocus = true;
            StateHasChanged();
            return;
        }

        _draft = null;
        if (continueWithNew && Id is null)
        {
            await ShowAsync();
            return;
        }

        Navigation.NavigateTo(continueWithNew ? RecordAddress.New(_form!, _state) : RecordAddress.Of(_form!, id, _state, null), replace: !continueWithNew);
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
            await DropDraftAsync();
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
                await DropDraftAsync();
                _draft = null;
                Notifications.Notify(NotificationSeverity.Success, Text["Deleted", Title]);
                Navigation.NavigateTo(RecordAddress.Of(_form!, _state));
                break;
        }
    }

    private async Task AskBeforeLeavingAsync(LocationChangingContext leaving)
    {
        var options = new ConfirmOptions { OkButtonText = Text["Leave"], CancelButtonText = Text["Stay"] };
        if (!IsDirty)
        {
            return;
        }

        if (await Dialogs.Confirm(Text["LeaveQuestion"], Text["LeaveTitle"], options) != true)
        {
            leaving.PreventNavigation();
            return;
        }

        await DropDraftAsync();
    }
}
