namespace LowCodeErp.Runtime.Spreadsheets;

/// <summary>A sheet of a workbook, a table of an HTML page, or the one sheet that a text file is.</summary>
public sealed record SheetInfo(string Name, bool IsHidden);
