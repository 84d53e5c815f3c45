namespace LowCodeErp.Runtime.Spreadsheets.Workbooks;

/// <summary>A part of the workbook passes a limit; becomes an error of the file at the reader's border.</summary>
internal sealed class PartTooLargeException(string part) : Exception($"The part {part} is too large.")
{
    public string Part => part;
}
