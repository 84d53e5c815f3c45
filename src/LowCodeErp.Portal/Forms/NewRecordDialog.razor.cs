using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.UI.Extending;
using LowCodeErp.UI.Extending.Files;
using Microsoft.AspNetCore.Components;
using EvaluationContext = LowCodeErp.Formula.Compilation.EvaluationContext;

namespace LowCodeErp.Portal.Forms;

public sealed partial class NewRecordDialog : IDisposable
{
    /// <summary>Of the ids of its inputs: the page below has fields too.</summary>
    private const string Prefix = "new";

    private readonly Leaving _leaving = new();
    private readonly PendingUploads _uploads = new();
    private RecordDraft _draft = null!;
    private DraftLogic _logic = null!;
    private LayoutState _layout = null!;
    private IReadOnlyList<Diagnostic> _problems = [];
    private IReadOnlyList<RecordWarning> _warnings = [];
    private bool _isSaving;
    private bool _isWaiting;
    private bool _isMissingFiles;

    [Parameter]
    [EditorRequired]
    public FormModel Form { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public RecordRights Rights { get; set; } = null!;

    /// <summary>What stands in the field that names the record.</summary>
    [Parameter]
    public string? Name { get; set; }

    [Parameter]
    [EditorRequired]
    public Func<EvaluationContext> NewContext { get; set; } = null!;

    /// <summary>With the stored record, or null when the person gave up.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback<RecordReference?> Ended { get; set; }

    [Inject]
    public required ViewerRecords Records { get; set; }

    public void Dispose()
    {
        _leaving.Dispose();
    }

    protected override void OnInitialized()
    {
        (_draft, _layout) = (RecordDraft.New(Form).For(Rights), new(Form));
        if (Form.Title is { IsStored: true, IsComputed: false, HoldsIds: false, Numbering: null } title && !string.IsNullOrWhiteSpace(Name))
        {
            _draft.Enter(title, InputValue.Of(Name.Trim()));
        }

        _logic = new(_draft, NewContext, StateHasChanged, ReadReferredAsync);
        _logic.Run();
    }

    private Task OnChangedAsync()
    {
        (_warnings, _isMissingFiles) = ([], false);
        _logic.Run();
        return _logic.ReadReferredAsync();
    }

    private async Task<RecordDraft?> ReadReferredAsync(FormModel form, long id)
        => await Records.OpenAsync(form, id, _leaving.Token) is { } referred ? RecordDraft.From(referred.Row, referred.Lines) : null;

    /// <summary>What was warned of is confirmed by saving once more: a dialog over a dialog would be too much.</summary>
    private async Task SaveAsync()
    {
        _isWaiting = true;
        _isMissingFiles = !await _uploads.WaitAsync();
        _isWaiting = false;
        if (!_isMissingFiles && !_leaving.IsCancellationRequested)
        {
            await StoreAsync();
        }
    }

    private async Task StoreAsync()
    {
        var input = _draft.ToInput().Confirming(_warnings);
        (_isSaving, _problems, _warnings) = (true, [], []);
        StateHasChanged();
        try
        {
            switch (await Records.SaveAsync(Form, input))
            {
                case SaveResult.Saved saved when await Records.OpenAsync(Form, saved.Records[0].Id, _leaving.Token) is { } stored:
                    await Ended.InvokeAsync(new(stored.Row.Id, RecordTitle.Of(stored.Row), RecordTitle.CodeOf(stored.Row)));
                    break;
                case SaveResult.Invalid invalid:
                    Report([.. invalid.Problems.Select(problem => problem.Diagnostic)]);
                    break;
                case SaveResult.Unconfirmed unconfirmed:
                    _warnings = unconfirmed.Warnings;
                    Report([.. unconfirmed.Warnings.Select(warning => warning.Diagnostic)]);
                    break;
            }
        }
        finally
        {
            _isSaving = false;
        }
    }

    private void Report(IReadOnlyList<Diagnostic> problems)
    {
        _problems = problems;
        _draft.SetDiagnostics(problems);
        problems.Select(problem => FieldTarget.FieldOf(_draft, problem.Path)).OfType<FieldModel>().ToList().ForEach(_layout.Reveal);
    }
}
