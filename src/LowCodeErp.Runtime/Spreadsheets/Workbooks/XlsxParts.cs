using System.Globalization;
using System.Security;
using System.Text;

namespace LowCodeErp.Runtime.Spreadsheets.Workbooks;

/// <summary>The parts of a written .xlsx that are not rows.</summary>
internal static class XlsxParts
{
    public const string PlainStyle = "0";
    public const string HeaderStyle = "1";
    public const string DateStyle = "2";
    public const string DateTimeStyle = "3";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const int MaximumSheetNameLength = 31;

    /// <summary>In the order of the style constants above.</summary>
    private const string Styles = $"""
        <styleSheet xmlns="{Main}">
        <numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts>
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
        <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="4">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        </cellXfs>
        </styleSheet>
        """;

    public static string SheetPart(int number) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml");

    /// <summary>Excel opens no workbook whose sheet names are longer or hold one of these characters.</summary>
    public static string ToSheetName(string name)
    {
        var allowed = string.Concat(name.Where(character => !":\\/?*[]".Contains(character) && !char.IsControl(character))).Trim('\'', ' ');
        return allowed.Length switch
        {
            0 => "Sheet1",
            > MaximumSheetNameLength => allowed[..MaximumSheetNameLength],
            _ => allowed,
        };
    }

    public static IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> Make(string sheetName, int sheets)
    {
        var numbers = Enumerable.Range(1, sheets).ToList();
        yield return Part("[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{ContentType}.sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="{ContentType}.styles+xml"/>
            {Join(numbers, number => $"""<Override PartName="/{SheetPart(number)}" ContentType="{ContentType}.worksheet+xml"/>""")}
            </Types>
            """);
        yield return Part("_rels/.rels", $"""
            <Relationships xmlns="{PackageRelations}">
            <Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/>
            </Relationships>
            """);
        yield return Part("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>
            {Join(numbers, number => $"""<sheet name="{SecurityElement.Escape(NameOf(sheetName, number))}" sheetId="{number}" r:id="rId{number}"/>""")}
            </sheets></workbook>
            """);
        yield return Part("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{PackageRelations}">
            {Join(numbers, number => $"""<Relationship Id="rId{number}" Type="{Relations}/worksheet" Target="worksheets/sheet{number}.xml"/>""")}
            <Relationship Id="styles" Type="{Relations}/styles" Target="styles.xml"/>
            </Relationships>
            """);
        yield return Part("xl/styles.xml", Styles);
    }

    private static string NameOf(string name, int number)
    {
        var suffix = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({number})");
        return name[..Math.Min(name.Length, MaximumSheetNameLength - suffix.Length)] + suffix;
    }

    private static string Join(IEnumerable<int> numbers, Func<int, string> write) => string.Concat(numbers.Select(write));

    private static (string Name, ReadOnlyMemory<byte> Content) Part(string name, string xml)
        => (name, Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n" + xml));
}
