using System.IO.Compression;
using System.Text;

namespace LowCodeErp.Unit.Tests.Spreadsheets;

/// <summary>Builds a small .xlsx around the XML of one sheet, as other programs write it.</summary>
internal static class WorkbookFile
{
    public static byte[] Make(string sheetData, string? sharedStrings = null, string numberFormat = "General", string workbookPr = "")
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "xl/workbook.xml", $"<workbook xmlns:r='r'><workbookPr {workbookPr}/><sheets><sheet name='表' sheetId='1' r:id='s'/></sheets></workbook>");
            Add(archive, "xl/_rels/workbook.xml.rels", """
                <Relationships><Relationship Id="s" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
                <Relationship Id="t" Type="x/sharedStrings" Target="/xl/strings.xml"/>
                <Relationship Id="f" Type="x/styles" Target="./styles.xml"/></Relationships>
                """);
            Add(archive, "xl/styles.xml", $"""
                <styleSheet><numFmts><numFmt numFmtId="170" formatCode="{numberFormat.Replace("\"", "&quot;", StringComparison.Ordinal)}"/></numFmts>
                <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>
                """);
            Add(archive, "xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{sheetData}</sheetData></worksheet>");
            if (sharedStrings is not null)
            {
                Add(archive, "xl/strings.xml", $"<sst>{sharedStrings}</sst>");
            }
        }

        return output.ToArray();
    }

    public static void Add(ZipArchive archive, string name, string content)
    {
        using var part = archive.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
