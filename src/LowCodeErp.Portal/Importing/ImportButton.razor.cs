using LowCodeErp.Runtime.Forms;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Importing;

/// <summary>Imports records of a form, or lines of its sub-tables. Shown to those who may import: administrators, see <see cref="Runtime.Records.Actor"/>.</summary>
public sealed partial class ImportButton
{
    private bool _mayImport;
    private bool _isOpen;

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Parameter, EditorRequired]
    public FormModel Form { get; set; } = null!;

    /// <summary>Something was stored; the list behind should read again.</summary>
    [Parameter]
    public EventCallback Imported { get; set; }

    protected override async Task OnInitializedAsync() => _mayImport = (await CurrentActor.GetAsync()).IsAdministrator;

    private async Task CloseAsync(bool hasStored)
    {
        _isOpen = false;
        if (hasStored)
        {
            await Imported.InvokeAsync();
        }
    }
}
