using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Portal.Importing;
using LowCodeErp.Runtime.Inference;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Studio.Editing;
using LowCodeErp.UI.Controls.ProgressPanel;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace LowCodeErp.Studio.Sheets;

/// <summary>Makes a form of a file: the file is sent and looked through, its columns are corrected, and the form goes into the app with the file waiting for it.</summary>
public sealed partial class SheetDialog : IDisposable
{
    private SheetDesign? _design;
    private CancellationTokenSource _work = new();
    private IReadOnlyList<Diagnostic> _problems = [];
    private string? _workLabel;
    private long _done;
    private long _total;
    private bool _isGone;

    [Inject]
    public required SheetInference Inference { get; set; }

    [Inject]
    public required TargetSearch Targets { get; set; }

    [Inject]
    public required SheetFiles Files { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Parameter, EditorRequired]
    public DesignSession Session { get; set; } = null!;

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Told the key of the new form.</summary>
    [Parameter, EditorRequired]
    public EventCallback<string> OnAdded { get; set; }

    /// <summary>What is running is stopped, and the copy of the file goes.</summary>
    public void Dispose()
    {
        _isGone = true;
        _work.Cancel();
        _work.Dispose();
        // Work that is still being stopped reads the copy; it closes it itself.
        if (_workLabel is null)
        {
            _design?.Dispose();
        }
    }

    private async Task ReceiveAsync(IBrowserFile file)
    {
        if (file.Size > SpreadsheetLimits.Default.MaximumBytes)
        {
            _problems = [SpreadsheetDiagnostics.FileTooLarge(file.Name, SpreadsheetLimits.Default.MaximumBytes)];
            return;
        }

        var design = new SheetDesign(Inference, Targets);
        var isOpen = false;
        await WorkAsync(Text["Uploading", file.Name], file.Size, design, async cancellationToken =>
        {
            await using var stream = file.OpenReadStream(SpreadsheetLimits.Default.MaximumBytes, cancellationToken);
            var copy = await UploadedFile.ReceiveAsync(stream, file.Name, new ThrottledProgress<long>(bytes => Show(bytes, file.Size), Clock), cancellationToken);
            (_workLabel, _total) = (Text["Reading"], 0);
            isOpen = await design.OpenAsync(copy, NewProgress(), cancellationToken);
        });
        if (isOpen && !_isGone)
        {
            _design = design;
        }
        else
        {
            design.Dispose();
        }
    }

    /// <summary>Another sheet or header row.</summary>
    private Task ReadAsync((int Sheet, int? HeaderRow) chosen)
        => WorkAsync(Text["Reading"], _design!.Rows, _design, cancellationToken => _design.ReadAsync(chosen.Sheet, chosen.HeaderRow, NewProgress(), cancellationToken));

    private async Task AddAsync()
    {
        var taken = Workspace.Current.Forms.Select(form => form.Key).Concat(Session.Document.Forms.Select(form => form.Key)).ToHashSet(StringComparer.Ordinal);
        var form = _design!.ToForm(KeyProposal.Propose(_design.Label, taken, "form"));
        if (form is null || form.Label.IsEmpty)
        {
            _problems = [form is null ? SheetDiagnostics.NoColumns() : SheetDiagnostics.NoLabel()];
            return;
        }

        await WorkAsync(Text["Keeping"], 0, _design, async cancellationToken =>
        {
            var receipt = await Files.KeepAsync(_design.Source.File!, await CurrentActor.GetAsync(), cancellationToken);
            if (receipt.File is { } file)
            {
                Session.Do(new AddSheetForm(form, new() { Form = form.Key, File = file.Id, Name = _design.Source.File!.Name, Mapping = _design.ToMapping() }));
                await OnAdded.InvokeAsync(form.Key);
            }

            _problems = receipt.Problem is { } problem ? [problem] : [];
        });
    }

    /// <summary>Runs a piece of work with its progress shown; whatever ends it early is told in words.</summary>
    private async Task WorkAsync(string label, long total, SheetDesign design, Func<CancellationToken, Task> work)
    {
        (_problems, _workLabel, _done, _total) = ([], label, 0, total);
        _work.Dispose();
        _work = new();
        try
        {
            await work(_work.Token);
            _problems = _problems.Count > 0 ? _problems : design.Problems;
        }
        catch (OperationCanceledException)
        {
            // The person has stopped it; nothing is half done.
            _problems = [ImportDialogDiagnostics.Stopped()];
        }
        catch (IOException)
        {
            // The browser went offline or the file was moved away while it was being sent.
            _problems = [ImportDialogDiagnostics.UploadBroken()];
        }
        finally
        {
            _workLabel = null;
            if (_isGone)
            {
                design.Dispose();
            }
        }
    }

    private ThrottledProgress<long> NewProgress() => new(rows => Show(rows, Math.Max(rows, _total)), Clock);

    private void Show(long done, long total) => _ = InvokeAsync(() =>
    {
        (_done, _total) = (done, total);
        StateHasChanged();
    });

    private void StartOver()
    {
        _design?.Dispose();
        (_design, _problems) = (null, []);
    }
}
