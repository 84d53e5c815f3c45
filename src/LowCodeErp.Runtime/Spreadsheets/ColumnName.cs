using System.Globalization;

namespace LowCodeErp.Runtime.Spreadsheets;

/// <summary>The letters that a spreadsheet shows above a column: A, B … Z, AA.</summary>
public static class ColumnName
{
    /// <summary>The last column that Excel has (XFD).</summary>
    internal const int MaximumCount = 16_384;

    public static string Of(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        var name = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            name = (char)('A' + (rest - 1) % 26) + name;
        }

        return name;
    }

    /// <summary>The name of a cell: C12.</summary>
    internal static string OfCell(int column, int row) => Of(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>The 0-based column that a cell's name (C12) starts with, or null where that is no column of Excel's.</summary>
    internal static int? ColumnOfCell(ReadOnlySpan<char> cell)
    {
        var column = 0;
        foreach (var letter in cell)
        {
            if (!char.IsAsciiLetter(letter))
            {
                break;
            }

            column = column * 26 + (char.ToUpperInvariant(letter) - 'A' + 1);
            if (column > MaximumCount)
            {
                return null;
            }
        }

        return column == 0 ? null : column - 1;
    }
}
