using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Printing;

/// <summary>A record as it is printed: its form, title and time at the top, every field, and the lines as tables that go on from page to page.</summary>
public sealed partial class PrintPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private FormModel? _form;
    private OpenedRecord? _opened;
    private bool _isGone;

    [Parameter]
    public string FormKey { get; set; } = "";

    [Parameter]
    public long Id { get; set; }

    [Inject]
    public required ViewerRecords Records { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

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
            _opened = await Records.OpenAsync(_form, Id, _leaving.Token);
            _isGone = _opened is null;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left before the record was there.
        }
    }
}
