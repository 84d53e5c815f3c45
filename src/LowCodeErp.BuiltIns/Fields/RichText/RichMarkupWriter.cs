using System.Text;
using AngleSharp.Dom;
using LowCodeErp.BuiltIns.Fields.Url;

namespace LowCodeErp.BuiltIns.Fields.RichText;

/// <summary>
/// Writes rich text from a parsed page. Tags are written when the first text within them comes, so none is ever empty, and a
/// paragraph within a bold passage closes it and opens it again. Lists within lists become one list.
/// </summary>
internal sealed class RichMarkupWriter
{
    /// <summary>Nobody nests deeper by hand, and each level takes a piece of the stack.</summary>
    private const int DeepestLevel = 100;

    private const string Paragraph = "p";

    private static readonly HashSet<string> Dropped = new(
        ["script", "style", "template", "iframe", "object", "embed", "svg", "math", "head", "title", "noscript", "textarea", "select", "option", "button", "input", "audio", "video", "canvas"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Blocks = new(
        [Paragraph, "div", "section", "article", "header", "footer", "main", "aside", "nav", "blockquote", "pre", "address", "figure", "table", "tr", "dl", "dt", "dd", "form", "hr", "center"],
        StringComparer.OrdinalIgnoreCase);

    private readonly StringBuilder _output = new();
    private readonly List<InlineTag> _wanted = [];
    private readonly List<InlineTag> _open = [];
    private string _next = Paragraph;
    private string? _block;
    private string? _list;
    private int _breaks;
    private bool _hasSpace;
    private int _level;

    public override string ToString()
    {
        EndBlock();
        return _output.ToString();
    }

    public void WriteLines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            WriteText(line);
            EndBlock();
        }
    }

    public void WriteContents(INode parent)
    {
        if (++_level <= DeepestLevel)
        {
            foreach (var node in parent.ChildNodes)
            {
                Write(node);
            }
        }

        _level--;
    }

    private void Write(INode node)
    {
        if (node is IText text)
        {
            WriteText(text.Data);
        }
        else if (node is IElement element && !Dropped.Contains(element.LocalName))
        {
            WriteElement(element);
        }
    }

    private void WriteElement(IElement element)
    {
        switch (element.LocalName)
        {
            case "br": _breaks++; break;
            case "b" or "strong": WriteInline(element, new("strong", null)); break;
            case "i" or "em": WriteInline(element, new("em", null)); break;
            case "u" or "ins": WriteInline(element, new("u", null)); break;
            case "a" when UrlField.AddressOf(element.GetAttribute("href")?.Trim() ?? "") is { } address: WriteInline(element, new("a", address)); break;
            case "h1" or "h2": WriteBlock(element, "h2"); break;
            case "h3" or "h4" or "h5" or "h6": WriteBlock(element, "h3"); break;
            case "ul" or "ol": WriteList(element); break;
            case "li": WriteBlock(element, Paragraph); break;
            case "td" or "th": WriteContents(element); _hasSpace = true; break;
            case var name when Blocks.Contains(name): WriteBlock(element, _next); break;
            default: WriteContents(element); break;
        }
    }

    private void WriteInline(IElement element, InlineTag tag)
    {
        if (_wanted.Exists(wanted => wanted.Name == tag.Name))
        {
            WriteContents(element);
            return;
        }

        _wanted.Add(tag);
        WriteContents(element);
        _wanted.Remove(tag);
    }

    private void WriteBlock(IElement element, string name)
    {
        EndBlock();
        var before = _next;
        _next = name;
        WriteContents(element);
        EndBlock();
        _next = before;
    }

    private void WriteList(IElement element)
    {
        EndBlock();
        if (_list is not null)
        {
            WriteContents(element);
            return;
        }

        _list = element.LocalName;
        var start = _output.Length;
        _output.Append('<').Append(_list).Append('>');
        var empty = _output.Length;
        WriteContents(element);
        EndBlock();
        if (_output.Length == empty)
        {
            _output.Length = start;
        }
        else
        {
            _output.Append("</").Append(_list).Append('>');
        }

        _list = null;
    }

    private void WriteText(string text)
    {
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) && character != '\u3000')
            {
                _hasSpace = true;
            }
            else
            {
                Begin();
                _output.Append(Escape(character));
            }
        }
    }

    /// <summary>Opens what has to be open before a character, and writes the breaks and the space that came before it.</summary>
    private void Begin()
    {
        if (_block is null)
        {
            _block = _list is null ? _next : "li";
            _output.Append('<').Append(_block).Append('>');
            (_breaks, _hasSpace) = (0, false);
        }

        var common = _open.Zip(_wanted).TakeWhile(pair => pair.First == pair.Second).Count();
        CloseInlines(common);
        _output.Insert(_output.Length, "<br>", _breaks);
        if (_hasSpace && _breaks == 0)
        {
            _output.Append(' ');
        }

        (_breaks, _hasSpace) = (0, false);
        foreach (var tag in _wanted.Skip(common))
        {
            _output.Append(tag.Opening);
            _open.Add(tag);
        }
    }

    private void EndBlock()
    {
        if (_block is not null)
        {
            CloseInlines(0);
            _output.Append("</").Append(_block).Append('>');
        }

        (_block, _breaks, _hasSpace) = (null, 0, false);
    }

    private void CloseInlines(int remaining)
    {
        for (var index = _open.Count - 1; index >= remaining; index--)
        {
            _output.Append("</").Append(_open[index].Name).Append('>');
        }

        _open.RemoveRange(remaining, _open.Count - remaining);
    }

    private static string Escape(char character) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => character.ToString(),
    };

    private sealed record InlineTag(string Name, string? Address)
    {
        public string Opening => Address is null ? $"<{Name}>" : $"<{Name} href=\"{string.Concat(Address.Select(Escape))}\">";
    }
}
