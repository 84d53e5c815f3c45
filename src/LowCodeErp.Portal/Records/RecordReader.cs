using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Records;

/// <summary>A page on which one record is read and not changed; it stops reading when it is left.</summary>
/// <typeparam name="TOpened">What is read.</typeparam>
public abstract class RecordReader<TOpened> : ComponentBase, IDisposable
    where TOpened : class
{
    private readonly Leaving _leaving = new();

    [Parameter]
    public string FormKey { get; set; } = "";

    [Parameter]
    public long Id { get; set; }

    [Inject]
    public required ViewerRecords Records { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    /// <summary>Null when there is none of this key.</summary>
    protected FormModel? Form { get; private set; }

    /// <summary>Null while it is read, and when it is gone.</summary>
    protected TOpened? Opened { get; private set; }

    protected bool IsGone { get; set; }

    public void Dispose()
    {
        _leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task OnParametersSetAsync()
    {
        Form = Workspace.Current.FindForm(FormKey) is { Parent: null } form ? form : null;
        if (Form is null || !RendererInfo.IsInteractive)
        {
            return;
        }

        try
        {
            Opened = await OpenAsync(Form, _leaving.Token);
            IsGone = Opened is null;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left before the record was there.
        }
    }

    /// <returns>Null when it is not there.</returns>
    protected abstract Task<TOpened?> OpenAsync(FormModel form, CancellationToken cancellationToken);
}
