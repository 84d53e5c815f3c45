using System.Net;
using System.Text;

namespace LowCodeErp.Runtime.Spreadsheets.Tables;

internal sealed class HtmlCell(int columnSpan, int rowSpan)
{
    private readonly StringBuilder _markup = new();

    public int ColumnSpan => columnSpan;

    public int RowSpan => rowSpan;

    /// <summary>As a browser shows it: white space folded, a new line only for a break.</summary>
    public string Text => string.Join('\n', _markup.ToString().Split('\0').Select(Fold)).Trim();

    public void Append(ReadOnlySpan<char> text) => _markup.Append(text);

    /// <summary>NUL, which no text file may hold, stands for a break until white space is folded.</summary>
    public void AppendBreak() => _markup.Append('\0');

    private static string Fold(string line)
        => string.Join(' ', WebUtility.HtmlDecode(line).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
