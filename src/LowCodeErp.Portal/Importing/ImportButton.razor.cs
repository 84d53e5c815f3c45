using LowCodeErp.Metadata.Access;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Forms;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Importing;

/// <summary>Imports records of a form, or lines of its sub-tables. Shown to those who may import.</summary>
public sealed partial class ImportButton
{
    private bool _mayImport;
    private bool _isOpen;

    [Inject]
    public required ViewerRecords Records { get; set; }

    [Parameter, EditorRequired]
    public FormModel Form { get; set; } = null!;

    /// <summary>Something was stored; the list behind should read again.</summary>
    [Parameter]
    public EventCallback Imported { get; set; }

    protected override async Task OnParametersSetAsync()
        => _mayImport = (await Records.ReadAccessAsync(Form, CancellationToken.None)).May(AccessOperation.Import);

    private async Task CloseAsync(bool hasStored)
    {
        _isOpen = false;
        if (hasStored)
        {
            await Imported.InvokeAsync();
        }
    }
}
