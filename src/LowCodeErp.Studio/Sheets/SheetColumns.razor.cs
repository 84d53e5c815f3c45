using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Inference;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Studio.Sheets;

/// <summary>What was found in the columns of a file, to be corrected by hand.</summary>
public sealed partial class SheetColumns
{
    [Parameter, EditorRequired]
    public SheetDesign Design { get; set; } = null!;

    /// <summary>What references may lead to.</summary>
    [Parameter, EditorRequired]
    public IEnumerable<FormDefinition> Forms { get; set; } = [];

    /// <summary>Another sheet or header row was chosen.</summary>
    [Parameter, EditorRequired]
    public EventCallback<(int Sheet, int? HeaderRow)> OnReading { get; set; }

    private IEnumerable<(int Index, SheetColumn Column)> Choosable => Design.Columns.Index().Where(column => column.Item.IsIncluded);

    private static int IndexOf(ChangeEventArgs change) => int.Parse((string)change.Value!, CultureInfo.InvariantCulture);

    private async Task ChooseHeaderRowAsync(ChangeEventArgs change)
    {
        if (int.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var row))
        {
            await OnReading.InvokeAsync((Design.Source.SheetIndex, row));
        }
    }

    private void ChooseCode(ChangeEventArgs change)
        => Design.ChooseCode(change.Value is string { Length: > 0 } ? Design.Columns[IndexOf(change)] : null);

    private void ChooseType(SheetColumn column, string type)
    {
        column.Type = type;
        column.Target ??= column.IsReference ? Forms.FirstOrDefault()?.Key : null;
    }

    private LocalizedText? Misfits(SheetColumn column)
        => column.Fit is { } fit ? FitTexts.Misfits(Palette.NameOfField(column.Type), fit) : null;
}
