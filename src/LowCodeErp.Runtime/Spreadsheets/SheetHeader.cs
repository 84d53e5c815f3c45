using System.Text;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Spreadsheets;

/// <summary>The names of a sheet's columns, and where they stand.</summary>
public sealed class SheetHeader
{
    private const int SearchedRows = 20;

    private readonly Dictionary<string, int> _byName = [];
    private readonly string[] _names;

    private SheetHeader(int? rowNumber, SheetRow? row, int width)
    {
        RowNumber = rowNumber;
        _names = new string[width];
        for (var column = 0; column < width; column++)
        {
            _names[column] = MakeDistinct(NameIn(row, column) ?? ColumnName.Of(column));
            _byName.Add(Fold(_names[column]), column);
        }
    }

    /// <summary>Null when no row looks like names; the columns then go by their letters.</summary>
    public int? RowNumber { get; }

    /// <summary>One for each column, trimmed, distinct, never blank.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>
    /// Finds the names in the first rows: the first row that is at least half as wide as the widest, with mostly text, no text
    /// twice in the main, so that a title or a line of remarks above the table is passed over. Only those rows are read.
    /// </summary>
    public static SheetHeader Find(IEnumerable<SheetRow> rows)
    {
        var first = rows.Take(SearchedRows).ToList();
        var width = first.Count == 0 ? 0 : first.Max(row => row.Cells.Count);
        var fullest = first.Count == 0 ? 0 : first.Max(CountFilled);
        var header = first.Find(row => LooksLikeNames(row, fullest));
        return new SheetHeader(header?.Number, header, width);
    }

    /// <summary>Takes a row that a person has pointed at.</summary>
    public static SheetHeader Of(SheetRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new SheetHeader(row.Number, row, row.Cells.Count);
    }

    /// <summary>The 0-based column of this name, whatever its width, case and blanks; null if there is none.</summary>
    public int? IndexOf(string name) => _byName.TryGetValue(Fold(name), out var column) ? column : null;

    /// <summary>How names are compared: full-width forms as half-width, without blanks, in lower case.</summary>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Concat(name.Normalize(NormalizationForm.FormKC).Where(character => !char.IsWhiteSpace(character))).ToLowerInvariant();
    }

    private static bool LooksLikeNames(SheetRow row, int fullest)
    {
        var filled = CountFilled(row);
        var texts = row.Cells.Select(cell => cell.Content).OfType<string>().Where(text => !IsNumeric(text)).Select(Fold).ToList();
        return filled * 2 >= fullest && texts.Count * 2 > filled && texts.Distinct().Count() * 2 > texts.Count;
    }

    /// <summary>In text files, numbers and dates are text too; names hold letters.</summary>
    private static bool IsNumeric(string text) => !text.Any(char.IsLetter);

    private static int CountFilled(SheetRow row) => row.Cells.Count(cell => !cell.IsBlank);

    private static string? NameIn(SheetRow? row, int column)
    {
        var name = row?[column].Content switch
        {
            null => "",
            DateTime date => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            var content => Convert.ToString(content, System.Globalization.CultureInfo.InvariantCulture)!,
        };
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(' ', words);
    }

    private string MakeDistinct(string name)
    {
        var distinct = name;
        for (var number = 2; _byName.ContainsKey(Fold(distinct)); number++)
        {
            distinct = $"{name} ({number})";
        }

        return distinct;
    }
}
