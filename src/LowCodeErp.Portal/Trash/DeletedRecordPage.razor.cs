using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.UI.Controls.PageHeader;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LowCodeErp.Portal.Trash;

/// <summary>A deleted record as it was, with its history, to be read before it is restored.</summary>
public sealed partial class DeletedRecordPage
{
    private IReadOnlyList<Diagnostic> _problems = [];
    private bool _isBusy;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required NotificationService Notifications { get; set; }

    private string Title => Opened is null ? Text["Trash"] : RecordTitle.Of(Opened.Record.Row);

    private BreadcrumbItem[] Breadcrumb => [new(Form!.Label.ToString(), RecordAddress.Of(Form)), new(Text["Trash"], RecordAddress.OfTrash(Form))];

    private string? Subtitle
        => Opened is null ? null : Text["Deleted", Opened.DeletedBy, LocalTime.Format(Opened.Record.Row.UpdatedAt, Workspace.TimeZone)].Value;

    protected override Task<OpenedDeletion?> OpenAsync(FormModel form, CancellationToken cancellationToken) => Records.OpenDeletedAsync(form, Id, cancellationToken);

    private async Task RestoreAsync()
    {
        (_isBusy, _problems) = (true, []);
        var result = await Records.RestoreAsync(Form!, [Opened!.Record.Row]);
        _isBusy = false;
        switch (result)
        {
            case SaveResult.Invalid invalid:
                _problems = [.. invalid.Problems.Select(problem => problem.Diagnostic)];
                break;
            case SaveResult.Conflict:
                IsGone = true;
                break;
            default:
                Notifications.Notify(NotificationSeverity.Success, Text["Restored", Title]);
                Navigation.NavigateTo(RecordAddress.Of(Form!, Id));
                break;
        }
    }
}
