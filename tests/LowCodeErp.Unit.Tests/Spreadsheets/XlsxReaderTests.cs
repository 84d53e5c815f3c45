using System.Buffers.Binary;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Unit.Tests.Spreadsheets;

public sealed class XlsxReaderTests
{
    [Fact]
    public void Cells_OfEveryKind_AreRead()
    {
        var bytes = WorkbookFile.Make(
            """
            <row r="2"><c r="B2" t="s"><v>1</v></c><c r="C2"><v>44.990000000000002</v></c><c t="b"><v>1</v></c>
            <c t="str"><f>A1</f><v>公式</v></c><c t="inlineStr"><is><t>一</t><rPh><t>yi</t></rPh><r><t> 二</t></r></is></c><c t="d"><v>2024-01-05T08:30:00</v></c></row>
            """,
            "<si><t>zero</t></si><si><t>a_x000D_b_x005F_x0041_</t></si>");

        Assert.Equal(["|a\rb_x0041_|44.99|True|公式|一 二|2024-01-05 08:30:00"], Sheet.FromBytes(bytes).Lines);
    }

    [Theory]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "45296", "2024-01-05 00:00:00")]
    [InlineData("yyyy/m/d h:mm", "45296.354166666664", "2024-01-05 08:30:00")]
    [InlineData("h:mm", "0.5", "12:00:00")]
    [InlineData("[h]:mm", "1.1041666666666667", "26:30:00")]
    [InlineData("m/d/yy", "1", "1900-01-01 00:00:00")]
    [InlineData("m/d/yy", "61", "1900-03-01 00:00:00")]
    [InlineData("0.00\"days\"", "45296", "45296")]
    [InlineData("[Red]0.0;\\d0", "45296", "45296")]
    [InlineData("#,##0_);[$¥-804]0", "45296", "45296")]
    [InlineData("yyyy", "310101199001011234", "310101199001011260")]
    [InlineData("yyyy", "-5", "-5")]
    public void Number_WithFormat_IsWhatExcelShows(string format, string value, string expected)
        => Assert.Equal([expected], Sheet.FromBytes(WorkbookFile.Make($"<row r='1'><c r='A1' s='1'><v>{value}</v></c></row>", numberFormat: format)).Lines);

    [Fact]
    public void Number_BeyondDecimal_StaysText()
        => Assert.Equal(InputValue.Of("1E+300"), Sheet.FromBytes(WorkbookFile.Make("<row r='1'><c r='A1'><v>1E300</v></c></row>")).Rows[0][0]);

    [Fact]
    public void Dates_Of1904_AreShifted()
    {
        var bytes = WorkbookFile.Make("<row r='1'><c r='A1' s='1'><v>0.5</v></c></row>", numberFormat: "yyyy-mm-dd hh:mm", workbookPr: "date1904='1'");

        Assert.Equal(["1904-01-01 12:00:00"], Sheet.FromBytes(bytes).Lines);
    }

    [Fact]
    public void Formula_WithoutResult_IsAnErrorAndNotSilentlyBlank()
    {
        var row = Assert.Single(Sheet.FromBytes(WorkbookFile.Make("<row r='7'><c r='C7'><f>A1+1</f></c><c r='D7'><f/><v>3</v></c></row>")).Rows);

        var error = Assert.Single(row.Errors);
        Assert.Equal(("spreadsheet.cell.formula-not-calculated", "表!C7"), (error.Code, error.Path));
        Assert.Equal(InputValue.Of(3m), row[3]);
    }

    [Theory]
    [InlineData("<row r='2'><c r='A2'><v>1</v></c></row><row r='1'/>")]
    [InlineData("<row r='2'><c r='A2'><v>1</v></c></row><row r='9999999'/>")]
    [InlineData("<row r='2'><c r='A2'><v>1</v></c></row><row r='3'><c r='ZZZZZZZZ3'><v>1</v></c></row>")]
    [InlineData("<row r='2'><c r='A2'><v>1</v></c></row><row r='3'><c r='A3' t='s'><v>5</v></c></row>")]
    [InlineData("<row r='2'><c r='A2'><v>1</v></c></row><row r='3'><c r='A3'><v>x</v></c></row>")]
    [InlineData("<row r='2'><c r='A2'><v>1</v></c></row><row r='3'><c></row>")]
    public void Sheet_Damaged_RowsBeforeStandAndErrorNamesTheRow(string sheetData)
    {
        var sheet = Sheet.FromBytes(WorkbookFile.Make(sheetData));

        Assert.Equal("spreadsheet.sheet.broken", sheet.Error.Code);
        Assert.Contains("第 2 行之后", sheet.Error.Message.Chinese, StringComparison.Ordinal);
        Assert.Single(sheet.Rows);
    }

    [Fact]
    public void Archive_CutShort_IsRefused()
        => Assert.Equal("spreadsheet.workbook.broken", Sheet.FromBytes(WorkbookFile.Make("<row/>")[..^40]).Error.Code);

    [Fact]
    public void Sheet_ThatWouldUnpackTooTightly_IsRefused()
    {
        var bytes = WorkbookFile.Make(new string(' ', 12 * 1024 * 1024));

        Assert.Equal("spreadsheet.workbook.expands-too-much", Sheet.FromBytes(bytes).Error.Code);
        Assert.Contains("xl/worksheets/sheet1.xml", Sheet.FromBytes(bytes).Error.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_LargerThanTheLimit_AreRefused()
    {
        var bytes = WorkbookFile.Make("<row r='1'><c r='A1' t='s'><v>0</v></c></row>", "<si><t>" + new string('x', 10_000) + "</t></si>");

        Assert.Equal("spreadsheet.workbook.expands-too-much", Sheet.FromBytes(bytes, new SpreadsheetLimits { MaximumUncompressedBytes = 5_000 }).Error.Code);
        Assert.Equal("spreadsheet.workbook.expands-too-much", Sheet.FromBytes(bytes, new SpreadsheetLimits { MaximumResidentBytes = 5_000 }).Error.Code);
    }

    [Fact]
    public void Part_ThatUnderstatesItsSize_IsNotUnpackedFurther()
    {
        var bytes = WorkbookFile.Make("<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='A2' t='str'><v>" + new string('x', 50_000) + "</v></c></row>");
        UnderstateLargestPart(bytes, 200);

        var sheet = Sheet.FromBytes(bytes, new SpreadsheetLimits { MaximumUncompressedBytes = 5_000 });

        Assert.Equal("spreadsheet.sheet.broken", sheet.Error.Code);
        Assert.Single(sheet.Rows);
    }

    [Fact]
    public void Cell_LongerThanTheLimit_StopsWithAnError()
    {
        var bytes = WorkbookFile.Make("<row r='1'><c r='A1' t='str'><v>" + new string('x', 50_000) + "</v></c></row>");

        Assert.Equal("spreadsheet.row.too-long", Sheet.FromBytes(bytes, new SpreadsheetLimits { MaximumRowBytes = 10_000 }).Error.Code);
    }

    [Fact]
    public void Name_SaysNothingOfTheContent() => Assert.Equal(["1"], Sheet.FromBytes(WorkbookFile.Make("<row r='1'><c r='A1'><v>1</v></c></row>")).Lines);

    /// <summary>Rewrites the unpacked size in the archive's directory (offset 24 of each PK\1\2 record).</summary>
    private static void UnderstateLargestPart(Span<byte> archive, uint size)
    {
        for (var at = archive.IndexOf("PK\u0001\u0002"u8); at >= 0;)
        {
            var declared = archive[(at + 24)..];
            if (BinaryPrimitives.ReadUInt32LittleEndian(declared) > 10_000)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(declared, size);
            }

            var next = archive[(at + 4)..].IndexOf("PK\u0001\u0002"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }
    }
}
