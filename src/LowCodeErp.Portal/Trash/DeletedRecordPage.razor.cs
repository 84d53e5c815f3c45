using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Controls.PageHeader;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LowCodeErp.Portal.Trash;

/// <summary>A deleted record as it was, with its history, to be read before it is restored.</summary>
public sealed partial class DeletedRecordPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private FormModel? _form;
    private OpenedDeletion? _opened;
    private IReadOnlyList<Diagnostic> _problems = [];
    private bool _isGone;
    private bool _isBusy;

    [Parameter]
    public string FormKey { get; set; } = "";

    [Parameter]
    public long Id { get; set; }

    [Inject]
    public required ViewerRecords Records { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required NotificationService Notifications { get; set; }

    private string Title => _opened is null ? Text["Trash"] : RecordTitle.Of(_opened.Record.Row);

    private BreadcrumbItem[] Breadcrumb => [new(_form!.Label.ToString(), RecordAddress.Of(_form)), new(Text["Trash"], RecordAddress.OfTrash(_form))];

    private string? Subtitle
        => _opened is null ? null : Text["Deleted", _opened.DeletedBy, LocalTime.Format(_opened.Record.Row.UpdatedAt, Workspace.TimeZone)].Value;

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        _form = Workspace.Current.FindForm(FormKey) is { Parent: null } form ? form : null;
        if (_form is null || !RendererInfo.IsInteractive)
        {
            return;
        }

        try
        {
            _opened = await Records.OpenDeletedAsync(_form, Id, _leaving.Token);
            _isGone = _opened is null;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left before the record was there.
        }
    }

    private async Task RestoreAsync()
    {
        (_isBusy, _problems) = (true, []);
        var result = await Records.RestoreAsync(_form!, [_opened!.Record.Row]);
        _isBusy = false;
        switch (result)
        {
            case SaveResult.Invalid invalid:
                _problems = [.. invalid.Problems.Select(problem => problem.Diagnostic)];
                break;
            case SaveResult.Conflict:
                _isGone = true;
                break;
            default:
                Notifications.Notify(NotificationSeverity.Success, Text["Restored", Title]);
                Navigation.NavigateTo(RecordAddress.Of(_form!, Id));
                break;
        }
    }
}
