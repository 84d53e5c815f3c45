using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace LowCodeErp.Runtime.Spreadsheets.Workbooks;

/// <summary>Text as the .xlsx format holds it: in runs, beside phonetic readings, with control characters as <c>_x000D_</c>.</summary>
internal static partial class CellText
{
    private const int ChunkLength = 4096;

    public static List<string> ReadShared(XmlReader xml)
    {
        var strings = new List<string>();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                strings.Add(ReadRuns(xml, int.MaxValue));
            }
        }

        return strings;
    }

    /// <summary>Joins the runs of the current element (<c>si</c>, <c>is</c>) and leaves the reader at its end.</summary>
    public static string ReadRuns(XmlReader xml, int limit)
    {
        var text = new StringBuilder();
        using var runs = xml.ReadSubtree();
        while (runs.Read())
        {
            if (runs.NodeType == XmlNodeType.Element && runs.LocalName == "rPh")
            {
                SkipPhonetics(runs);
            }
            else if (runs.NodeType == XmlNodeType.Element && runs.LocalName == "t")
            {
                text.Append(Read(runs, limit));
            }
        }

        return text.ToString();
    }

    /// <summary>The text of the current element (<c>t</c>, <c>v</c>); leaves the reader at its end.</summary>
    /// <exception cref="PartTooLargeException">It has more characters than the limit.</exception>
    public static string Read(XmlReader xml, int limit)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var chunk = new char[ChunkLength];
        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (!xml.CanReadValueChunk || !xml.HasValue)
            {
                continue;
            }

            for (var length = xml.ReadValueChunk(chunk, 0, chunk.Length); length > 0; length = xml.ReadValueChunk(chunk, 0, chunk.Length))
            {
                text.Append(chunk, 0, length);
                if (text.Length > limit)
                {
                    throw new PartTooLargeException(xml.LocalName);
                }
            }
        }

        return Decode(text.ToString());
    }

    public static string Encode(string text)
        => Unwritable().Replace(text, match => match.Value switch
        {
            "_" => "_x005F_",
            [var control] when control < ' ' => string.Create(CultureInfo.InvariantCulture, $"_x{(int)control:X4}_"),
            _ => "\uFFFD",
        });

    private static string Decode(string text)
        => text.Contains("_x", StringComparison.Ordinal)
            ? Escapes().Replace(text, match => ((char)Convert.ToUInt16(match.Groups[1].Value, 16)).ToString())
            : text;

    private static void SkipPhonetics(XmlReader runs)
    {
        using var phonetics = runs.ReadSubtree();
        while (phonetics.Read())
        {
        }
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escapes();

    /// <summary>Control characters, an underscore that would begin an escape, halves of surrogate pairs, and what is no character at all.</summary>
    [GeneratedRegex("[\\x00-\\x08\\x0B-\\x1F]|_(?=x[0-9A-Fa-f]{4}_)|"
        + "[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]|[\\uFFFE\\uFFFF]")]
    private static partial Regex Unwritable();
}
