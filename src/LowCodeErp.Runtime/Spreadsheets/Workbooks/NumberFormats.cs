using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace LowCodeErp.Runtime.Spreadsheets.Workbooks;

/// <summary>The number formats of a workbook's cell styles: in the file, only they tell a date from a number.</summary>
internal sealed partial class NumberFormats
{
    private static readonly SearchValues<char> DateLetters = SearchValues.Create("yYmMdDhHsS");

    private readonly List<NumberFormat> _ofStyle = [];

    /// <summary>Of a cell's style index; a workbook without styles has numbers only.</summary>
    public NumberFormat this[int style] => style >= 0 && style < _ofStyle.Count ? _ofStyle[style] : NumberFormat.Number;

    public static NumberFormats Read(XmlReader xml)
    {
        var formats = new NumberFormats();
        var custom = new Dictionary<int, NumberFormat>();
        var isInCellStyles = false;
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
            {
                isInCellStyles = xml.NodeType == XmlNodeType.Element;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt")
            {
                custom[Number(xml, "numFmtId")] = Classify(xml.GetAttribute("formatCode") ?? "");
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf" && isInCellStyles)
            {
                var id = Number(xml, "numFmtId");
                formats._ofStyle.Add(custom.TryGetValue(id, out var format) ? format : OfBuiltIn(id));
            }
        }

        return formats;
    }

    /// <summary>A date's format has a letter of dates outside quotes, escapes, and colours or conditions in brackets.</summary>
    public static NumberFormat Classify(string code)
    {
        var bare = Literals().Replace(code, "");
        if (Elapsed().IsMatch(bare))
        {
            return NumberFormat.Elapsed;
        }

        var letters = Brackets().Replace(bare, "").Split(';')[0];
        return !letters.Contains("general", StringComparison.OrdinalIgnoreCase) && letters.AsSpan().ContainsAny(DateLetters) ? NumberFormat.Date : NumberFormat.Number;
    }

    /// <summary>27–36 and 50–58 are the dates of Chinese, Japanese and Korean Excel, which the file does not spell out.</summary>
    private static NumberFormat OfBuiltIn(int id) => id switch
    {
        (>= 14 and <= 22) or (>= 27 and <= 36) or 45 or 47 or (>= 50 and <= 58) => NumberFormat.Date,
        46 => NumberFormat.Elapsed,
        _ => NumberFormat.Number,
    };

    private static int Number(XmlReader xml, string attribute)
        => int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\*.")]
    private static partial Regex Literals();

    [GeneratedRegex(@"\[(h+|m+|s+)\]", RegexOptions.IgnoreCase)]
    private static partial Regex Elapsed();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Brackets();
}
