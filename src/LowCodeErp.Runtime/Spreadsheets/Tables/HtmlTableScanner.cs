using System.Globalization;
using System.Text.RegularExpressions;

namespace LowCodeErp.Runtime.Spreadsheets.Tables;

/// <summary>
/// Finds the tables of a page in one pass. It knows only the tags that tables are made of, with the end tags that HTML lets
/// one leave out; a full parser would build the page, and needs quadratic time for tags that are nested without end.
/// </summary>
internal sealed partial class HtmlTableScanner(string page)
{
    private readonly List<HtmlTable> _found = [];
    private readonly Stack<HtmlTable> _open = [];
    private HtmlCell? _cell;
    private HtmlCell? _caption;

    /// <summary>Tables with data, in the order of their ends.</summary>
    public IReadOnlyList<HtmlTable> Scan()
    {
        for (var at = 0; at < page.Length;)
        {
            at = page[at] == '<' ? ReadMarkup(at) : ReadText(at);
        }

        while (_open.Count > 0)
        {
            CloseTable();
        }

        return _found;
    }

    private int ReadText(int at)
    {
        var end = IndexOf("<", at + 1);
        (_caption ?? _cell)?.Append(page.AsSpan(at, end - at));
        return end;
    }

    private int ReadMarkup(int at)
    {
        var rest = page.AsSpan(at);
        if (rest.StartsWith("<!--"))
        {
            return After("-->", at);
        }

        var name = TagName(rest[1..]);
        if (name.Length == 0 && !rest.StartsWith("<!") && !rest.StartsWith("<?"))
        {
            return ReadText(at);
        }

        var end = After(">", at);
        Follow(name, page[at..end]);
        return name is "script" or "style" ? IndexOf("</" + name, end) : end;
    }

    private void Follow(string name, string tag)
    {
        switch (name)
        {
            case "table":
                OpenTable();
                break;
            case "/table" when _open.Count > 0:
                CloseTable();
                break;
            case "tr" when _open.Count > 0:
                _open.Peek().Rows.Add([]);
                _cell = null;
                break;
            case "td" or "th" when _open.Count > 0:
                OpenCell(tag);
                break;
            case "/td" or "/th" or "/tr":
                _cell = null;
                break;
            case "caption" when _open.Count > 0:
                _caption = new HtmlCell(1, 1);
                break;
            case "/caption" when _open.Count > 0:
                _open.Peek().Name = _caption?.Text;
                _caption = null;
                break;
            case "br":
                (_caption ?? _cell)?.AppendBreak();
                break;
        }
    }

    private void OpenTable()
    {
        if (_open.TryPeek(out var outer))
        {
            outer.IsLayout = true;
        }

        _open.Push(new HtmlTable());
        _cell = null;
        _caption = null;
    }

    private void CloseTable()
    {
        var table = _open.Pop();
        _cell = null;
        _caption = null;
        if (!table.IsLayout && table.Rows.Count > 0)
        {
            _found.Add(table);
        }
    }

    private void OpenCell(string tag)
    {
        var rows = _open.Peek().Rows;
        if (rows.Count == 0)
        {
            rows.Add([]);
        }

        _caption = null;
        _cell = new HtmlCell(Span(tag, "colspan"), Span(tag, "rowspan"));
        rows[^1].Add(_cell);
    }

    private static int Span(string tag, string attribute)
    {
        var match = Spans().Matches(tag).FirstOrDefault(span => span.Groups[1].Value.Equals(attribute, StringComparison.OrdinalIgnoreCase));
        return match is not null && int.TryParse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var span)
            ? Math.Max(1, span)
            : 1;
    }

    /// <summary>In lower case, with the slash of an end tag; blank where the text only happens to hold a "&lt;".</summary>
    private static string TagName(ReadOnlySpan<char> tag)
    {
        var length = tag is ['/', ..] ? 1 : 0;
        while (length < tag.Length && char.IsAsciiLetterOrDigit(tag[length]))
        {
            length++;
        }

        return tag[..length].ToString().ToLowerInvariant();
    }

    private int After(string text, int start) => Math.Min(page.Length, IndexOf(text, start) + text.Length);

    private int IndexOf(string text, int start)
    {
        var index = start >= page.Length ? -1 : page.IndexOf(text, start, StringComparison.OrdinalIgnoreCase);
        return index < 0 ? page.Length : index;
    }

    [GeneratedRegex(@"\b(colspan|rowspan)\s*=\s*[""']?(\d+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spans();
}
