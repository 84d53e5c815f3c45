using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Spreadsheets;

/// <summary>One row that is not empty. Rows may have different lengths.</summary>
/// <param name="Number">
/// What a person sees beside the row, 1-based: the row number that Excel shows for a workbook, the line (where the row starts)
/// that an editor shows for a text file, the row of the table for HTML.
/// </param>
public sealed record SheetRow(int Number, IReadOnlyList<InputValue> Cells)
{
    /// <summary>
    /// Cells that hold no value but an error of Excel's (#DIV/0!). They are blank in <see cref="Cells"/>, so a caller that
    /// stores the row must look here first; an import reports them with its other errors of the row.
    /// </summary>
    public IReadOnlyList<Diagnostic> Errors { get; init; } = [];

    /// <summary>The cell of a 0-based column; blank beyond the row's end.</summary>
    public InputValue this[int column] => column < Cells.Count ? Cells[column] : InputValue.Blank;

    public bool IsEmpty => Errors.Count == 0 && Cells.All(cell => cell.IsBlank);
}
