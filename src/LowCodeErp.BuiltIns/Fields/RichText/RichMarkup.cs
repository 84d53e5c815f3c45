using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace LowCodeErp.BuiltIns.Fields.RichText;

/// <summary>
/// The HTML that rich text is stored in: <c>p h2 h3 ul ol li</c>, within them <c>strong em u a[href] br</c>, nothing else and in one
/// spelling only. It is not what came in with the dangerous parts taken out, but written anew from what was understood, so
/// nothing unknown gets through.
/// </summary>
internal static partial class RichMarkup
{
    private const int DeepestMarkup = 500;

    /// <summary>HTML from an editor or another program, or plain text, which has no tags; blank when nothing is left to read.</summary>
    public static string Clean(string text)
    {
        if (text.Length == 0)
        {
            return "";
        }

        var writer = new RichMarkupWriter();
        if (!Tag().IsMatch(text))
        {
            writer.WriteLines(text.Split('\n'));
        }
        else if (IsTooDeep(text))
        {
            writer.WriteLines(Tag().Replace(text, "").Split('\n'));
        }
        else
        {
            writer.WriteContents(new HtmlParser().ParseDocument(text).Body!);
        }

        return writer.ToString();
    }

    /// <summary>A line for each paragraph, heading and item.</summary>
    /// <param name="markup">As <see cref="Clean"/> wrote it: no sign of a tag stands in its texts.</param>
    public static string ToPlainText(string markup)
        => WebUtility.HtmlDecode(Tag().Replace(LineEnd().Replace(markup, "\n"), "")).Trim('\n');

    /// <summary>Parsers slow down with each level, and one text must not keep the server busy. Tags that need no closing count too: people write few of them.</summary>
    private static bool IsTooDeep(string text)
    {
        var depth = 0;
        foreach (var tag in TagStart().EnumerateMatches(text))
        {
            depth = Math.Max(0, depth + (text[tag.Index + 1] == '/' ? -1 : 1));
            if (depth > DeepestMarkup)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("</?(?!(?:br|img|hr|col|wbr|input)\\b)[a-z]", RegexOptions.IgnoreCase)]
    private static partial Regex TagStart();

    /// <summary>An opening or closing tag, or a comment; «a &lt; b» is none.</summary>
    [GeneratedRegex("<(?:/?[a-zA-Z][^<>]*|!--[^<>]*--|![a-zA-Z][^<>]*)>")]
    private static partial Regex Tag();

    [GeneratedRegex("</(?:p|h2|h3|li)>|<br>")]
    private static partial Regex LineEnd();
}
