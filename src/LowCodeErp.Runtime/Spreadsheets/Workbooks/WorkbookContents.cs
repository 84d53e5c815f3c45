using System.Xml;

namespace LowCodeErp.Runtime.Spreadsheets.Workbooks;

/// <summary>What a workbook says of itself before any row is read.</summary>
internal sealed class WorkbookContents
{
    private const string DefaultWorkbookPart = "xl/workbook.xml";

    private readonly List<SheetInfo> _sheets = [];
    private readonly List<string> _sheetParts = [];

    public IReadOnlyList<SheetInfo> Sheets => _sheets;

    /// <summary>The part of each of <see cref="Sheets"/>.</summary>
    public IReadOnlyList<string> SheetParts => _sheetParts;

    /// <summary>Whether days are counted from 1904, as Excel for Macintosh did.</summary>
    public bool Uses1904 { get; private set; }

    public NumberFormats Formats { get; private set; } = new();

    public IReadOnlyList<string> SharedStrings { get; private set; } = [];

    public static WorkbookContents Read(WorkbookPackage package)
    {
        var contents = new WorkbookContents();
        var workbookPart = PartRelations.Of(package, "").OfType("officeDocument") ?? DefaultWorkbookPart;
        var relations = PartRelations.Of(package, workbookPart);
        contents.ReadWorkbook(package, workbookPart, relations);
        if (relations.OfType("styles") is { } styles && package.Has(styles))
        {
            using var xml = package.OpenResidentPart(styles);
            contents.Formats = NumberFormats.Read(xml);
        }

        if (relations.OfType("sharedStrings") is { } strings && package.Has(strings))
        {
            using var xml = package.OpenResidentPart(strings);
            contents.SharedStrings = CellText.ReadShared(xml);
        }

        return contents;
    }

    private void ReadWorkbook(WorkbookPackage package, string part, PartRelations relations)
    {
        using var xml = package.OpenResidentPart(part);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "workbookPr")
            {
                Uses1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet" && FindSheetPart(xml, relations) is { } sheetPart && package.Has(sheetPart))
            {
                _sheets.Add(new SheetInfo(xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden"));
                _sheetParts.Add(sheetPart);
            }
        }
    }

    /// <summary>Chart sheets have no rows and are left out. The id's namespace differs between the two dialects of the format.</summary>
    private static string? FindSheetPart(XmlReader sheet, PartRelations relations)
    {
        string? id = null;
        while (sheet.MoveToNextAttribute())
        {
            id = sheet.LocalName == "id" ? sheet.Value : id;
        }

        sheet.MoveToElement();
        return id is not null && relations.Find(id) is ("worksheet", var target) ? target : null;
    }
}
