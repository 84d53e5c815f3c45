using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.UI.Extending;

/// <summary>What the cell of a field type derives from: how a stored value looks in a list and on a record's page.</summary>
public abstract class FieldCellBase<TSettings> : ComponentBase where TSettings : class
{
    [Parameter]
    [EditorRequired]
    public FieldModel Field { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public RecordRow Row { get; set; } = null!;

    /// <summary>Whether the cell stands within a link to its record: a link within a link is none.</summary>
    [Parameter]
    public bool IsInLink { get; set; }

    protected TSettings Settings => (TSettings)Field.Settings;

    protected Value Value => Row[Field];

    /// <summary>Blank when there is no value.</summary>
    protected string Text => Row.TextOf(Field, CultureInfo.CurrentUICulture);
}
