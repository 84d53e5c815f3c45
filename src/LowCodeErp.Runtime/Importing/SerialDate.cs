using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Spreadsheets.Workbooks;

namespace LowCodeErp.Runtime.Importing;

/// <summary>
/// Dates that a file holds as the number of days by which Excel counts them, because their column lost its format. Nobody can know it of a
/// number alone, so a person says it of a column.
/// </summary>
public static class SerialDate
{
    /// <summary>1927 to 2173.</summary>
    private const decimal Smallest = 10_000;

    private const decimal Largest = 100_000;

    /// <summary>The date, where the cell holds such a number; else the cell.</summary>
    public static InputValue Read(InputValue cell)
        => NumberIn(cell) is >= Smallest and < Largest and var serial ? ExcelDate.ToInput((double)serial, NumberFormat.Date, uses1904: false) : cell;

    private static decimal? NumberIn(InputValue cell) => cell.Content switch
    {
        decimal number => number,
        string text when decimal.TryParse(HalfWidth.Of(text), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
