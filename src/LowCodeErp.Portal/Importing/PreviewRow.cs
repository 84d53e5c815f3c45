namespace LowCodeErp.Portal.Importing;

/// <param name="Number">As the spreadsheet program numbers it.</param>
/// <param name="Cells">One for each field that has a column, in the order of the form.</param>
public sealed record PreviewRow(int Number, IReadOnlyList<PreviewCell> Cells);
