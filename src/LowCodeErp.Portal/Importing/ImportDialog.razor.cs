using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Importing;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Controls.ProgressPanel;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace LowCodeErp.Portal.Importing;

/// <summary>Leads through an import. What the steps find stands in the session; here is only which step it is and what is running.</summary>
public sealed partial class ImportDialog : IDisposable
{
    private ImportSession _session = null!;
    private ImportStage _stage;
    private CancellationTokenSource _work = new();
    private IReadOnlyList<Diagnostic> _problems = [];
    private bool _isWorking;
    private bool _isGone;
    private bool _asksToClose;
    private bool _skipsBadRows;
    private bool _hasStored;
    private string _workLabel = "";
    private string? _workDetail;
    private long _done;
    private long _total;

    [Inject]
    public required Importer Importer { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Parameter, EditorRequired]
    public FormModel Form { get; set; } = null!;

    /// <summary>Brings a file that was sent before; null when the person is to choose one.</summary>
    [Parameter]
    public Func<CancellationToken, Task<UploadedFile?>>? Receive { get; set; }

    /// <summary>What the columns of that file mean.</summary>
    [Parameter]
    public ImportMapping? Mapping { get; set; }

    /// <summary>Told whether anything was stored.</summary>
    [Parameter, EditorRequired]
    public EventCallback<bool> OnClose { get; set; }

    private int GoodRows => _session.Result is { } result ? result.Rows - result.BadRows : 0;

    private bool CanImport => _session.Result is { } result && GoodRows > 0 && (result.BadRows == 0 || _skipsBadRows);

    /// <summary>The circuit is gone or the page was left: what is running is rolled back, and the uploaded copy goes.</summary>
    public void Dispose()
    {
        _isGone = true;
        _work.Cancel();
        _work.Dispose();
        // Work that is still being stopped reads the copy; it closes it itself.
        if (!_isWorking)
        {
            _session.Dispose();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _session = new(Form);
        if (Receive is null)
        {
            return;
        }

        var isOpen = false;
        await WorkAsync(Text["Opening"], 0, async cancellationToken =>
        {
            if (await Receive(cancellationToken) is { } file)
            {
                isOpen = await _session.OpenAsync(file, cancellationToken);
                await (isOpen && Mapping is not null ? _session.ApplyAsync(Mapping) : Task.CompletedTask);
            }
        });
        _stage = isOpen ? ImportStage.Mapping : ImportStage.File;
        _problems = _session.File is null ? [ImportDialogDiagnostics.FileGone()] : _problems;
    }

    private async Task ReceiveAsync(IBrowserFile file)
    {
        if (file.Size > SpreadsheetLimits.Default.MaximumBytes)
        {
            _problems = [SpreadsheetDiagnostics.FileTooLarge(file.Name, SpreadsheetLimits.Default.MaximumBytes)];
            return;
        }

        var isOpen = false;
        await WorkAsync(Text["Uploading", file.Name], file.Size, async cancellationToken =>
        {
            await using var stream = file.OpenReadStream(SpreadsheetLimits.Default.MaximumBytes, cancellationToken);
            var received = new ThrottledProgress<long>(bytes => Show(bytes, file.Size), Clock);
            var copy = await UploadedFile.ReceiveAsync(stream, file.Name, received, cancellationToken);
            isOpen = await _session.OpenAsync(copy, cancellationToken);
        });
        _stage = isOpen ? ImportStage.Mapping : ImportStage.File;
    }

    /// <summary>Reads the file again, because another sheet or header row was chosen.</summary>
    private async Task ReadAsync(Func<Task> read)
    {
        await read();
        _problems = _session.Problems;
    }

    private async Task CheckAsync()
    {
        _skipsBadRows = false;
        var isChecked = await RunAsync(Text["Checking"], isRehearsal: true);
        _stage = isChecked ? ImportStage.Check : ImportStage.Mapping;
    }

    private async Task ImportAsync()
    {
        var isDone = await RunAsync(Text["Importing"], isRehearsal: false);
        _hasStored |= _session.Result is { IsStored: true };
        // A cancelled import leaves the result of the check, which is what can be imported again.
        _stage = isDone ? ImportStage.Finished : _session.Result is null ? ImportStage.Mapping : ImportStage.Check;
    }

    private async Task<bool> RunAsync(string label, bool isRehearsal)
    {
        ImportResult? result = null;
        await WorkAsync(label, _session.RowCount ?? 0, async cancellationToken =>
        {
            // A check also tells what would become of the good rows.
            var options = new ImportOptions(await CurrentActor.GetAsync(), ChangeSource.Import, isRehearsal, SkipErrors: isRehearsal || _skipsBadRows);
            var progress = new ThrottledProgress<ImportProgress>(report => Show(report.Rows, _session.RowCount ?? report.Rows), Clock);
            result = await _session.RunAsync(Importer, options, progress, cancellationToken);
        });
        return result is not null;
    }

    /// <summary>Runs a piece of work with its progress shown; whatever ends it early is told in words.</summary>
    private async Task WorkAsync(string label, long total, Func<CancellationToken, Task> work)
    {
        _problems = [];
        (_isWorking, _workLabel, _workDetail, _done, _total) = (true, label, null, 0, total);
        _work.Dispose();
        _work = new();
        try
        {
            var cancellationToken = _work.Token;
            await work(cancellationToken);
            _problems = _session.Problems;
        }
        catch (OperationCanceledException)
        {
            // The person has stopped it; nothing is half done.
            _problems = [ImportDialogDiagnostics.Stopped()];
        }
        catch (FormChangedException exception)
        {
            // Published again while the file was being read: the mapping no longer fits the form.
            _session.Dispose();
            _session = new(Workspace.Current.FindForm(Form.Key) ?? exception.Form);
            (_stage, _problems) = (ImportStage.File, [ImportDialogDiagnostics.FormChanged(exception.Form.Label)]);
        }
        catch (IOException)
        {
            // The browser went offline or the file was moved away while it was being sent.
            _problems = [ImportDialogDiagnostics.UploadBroken()];
        }
        finally
        {
            (_isWorking, _asksToClose) = (false, false);
            if (_isGone)
            {
                _session.Dispose();
            }
        }
    }

    private void Show(long done, long total) => _ = InvokeAsync(() =>
    {
        (_done, _total) = (done, total);
        StateHasChanged();
    });

    private void Cancel()
    {
        _workDetail = Text["Stopping"];
        _work.Cancel();
    }

    private void GoBack()
    {
        _problems = [];
        _stage--;
    }

    private void StartOver()
    {
        _session.Dispose();
        _session = new(Form);
        (_stage, _problems) = (ImportStage.File, []);
    }

    private async Task AskToCloseAsync()
    {
        if (_isWorking)
        {
            _asksToClose = true;
            return;
        }

        await OnClose.InvokeAsync(_hasStored);
    }

    private async Task StopAndCloseAsync()
    {
        _work.Cancel();
        await OnClose.InvokeAsync(_hasStored);
    }
}
