using System.Text;

namespace LowCodeErp.BuiltIns.Fields.SubTable;

/// <summary>What a spreadsheet puts on the clipboard: rows, and within them cells between tabs; a cell with line breaks or tabs stands in quotes.</summary>
internal static class PastedCells
{
    private const char Quote = '"';

    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        var (rows, row, cell, isQuoted) = (new List<IReadOnlyList<string>>(), new List<string>(), new StringBuilder(), false);
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (isQuoted)
            {
                isQuoted = letter != Quote || IsQuoteAt(index + 1);
                index += letter == Quote && isQuoted ? 1 : 0;
                cell.Append(isQuoted ? letter.ToString() : "");
            }
            else if (letter == Quote && cell.Length == 0 && EndsLater(index + 1))
            {
                isQuoted = true;
            }
            else if (letter is '\t' or '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                EndRow(letter);
            }
            else if (letter != '\r')
            {
                cell.Append(letter);
            }
        }

        row.Add(cell.ToString());
        rows.Add(row);
        // What was copied ends with the end of its last row.
        return rows[^1] is [""] ? [.. rows.SkipLast(1)] : rows;

        bool IsQuoteAt(int index) => index < text.Length && text[index] == Quote;

        // A lone quote, as for inches, is a letter like any other.
        bool EndsLater(int index) => text.IndexOf(Quote, index) >= 0;

        void EndRow(char letter)
        {
            if (letter == '\n')
            {
                rows.Add(row);
                row = [];
            }
        }
    }
}
