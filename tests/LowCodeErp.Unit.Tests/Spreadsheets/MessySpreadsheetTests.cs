using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Unit.Tests.Spreadsheets;

/// <summary>Files that other importers tripped on, with the reading that tests/data/messy/MANIFEST.csv states for each.</summary>
public sealed class MessySpreadsheetTests
{
    public static TheoryData<string> Files
        => [.. Directory.GetFiles(TestFiles.Messy(), "s*").Select(file => Path.GetFileName(file)).Where(file => !file.EndsWith(".json", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryFile_Opened_IsReadOrRefusedWithAReason(string file)
    {
        using var stream = File.OpenRead(TestFiles.Messy(file));
        var diagnostics = new DiagnosticBag();

        using var reader = SpreadsheetReader.Open(stream, file, SpreadsheetLimits.Default, diagnostics);

        Assert.Equal(reader is null, diagnostics.HasErrors);
        Assert.All(Enumerable.Range(0, reader?.Sheets.Count ?? 0), sheet => Assert.All(reader!.ReadRows(sheet), row => Assert.False(row.IsEmpty)));
        Assert.All(diagnostics.Items, item => Assert.False(string.IsNullOrEmpty(item.Message.English)));
    }

    [Fact]
    public void S01_MergedCells_FirstCellHoldsTheValue()
    {
        var sheet = Sheet.Messy("s01_Test_MergedCell.xlsx");

        Assert.Equal("Merge Cell 1||Merge Cell 2", sheet.Lines.ElementAt(1));
        Assert.Equal([1, 2, 4, 5, 6, 7], sheet.Rows.Select(row => row.Number));
    }

    [Fact]
    public void S02_TwoHeaderRows_FirstIsFoundWithDistinctNames()
    {
        var header = SheetHeader.Find(Sheet.Messy("s02_Test_git_issue_518.xlsx").Rows);

        Assert.Equal(1, header.RowNumber);
        Assert.Equal(["ColName1", "ColName1 (2)", "ColName2", "FirstOnly", "E", "Another"], header.Names);
    }

    [Fact]
    public void S03_MixedTypes_EachKeepsItsKind()
    {
        var rows = Sheet.Messy("s03_Test_num_double_date_bool_string.xlsx").Rows;

        Assert.Equal(30, rows.Count);
        Assert.Equal(InputValue.Of(1346269m), rows[29][0]);
        Assert.Equal(InputValue.Of(547608330.24m), rows[29][1]);
        Assert.Equal(InputValue.Of(new DateOnly(2009, 11, 30)), rows[29][2]);
        Assert.Equal(InputValue.Of(true), rows[22][3]);
        Assert.True(rows[1][4].IsBlank);
        Assert.Equal(InputValue.Of(new DateTime(2009, 5, 7, 11, 1, 2)), rows[0][5]);
        Assert.Null(SheetHeader.Find(rows).RowNumber);
    }

    [Fact]
    public void S04_DaysFrom1904_AreTheDatesThatExcelShows()
        => Assert.Equal(["2009-06-15 00:00:00", "2013-04-19 00:00:00"], Sheet.Messy("s04_roo_1904_base.xlsx").Lines);

    [Fact]
    public void S05_LongNumbersFormattedAsDates_StayNumbers()
        => Assert.Equal(["310101195608231000", "B221055625", "412721197309241000"], Sheet.Messy("s05_Test_Issue_7433_IllegalOleAutDate.xlsx").Lines);

    [Fact]
    public void S06_CurrencyAsTextAndNumber_EachKeepsItsKind()
        => Assert.Equal(["Price", "$44.99", "44.99", "44.99", "44.99", "2012-10-20 00:00:00"], Sheet.Messy("s06_Test_Issue_11397.xlsx").Lines);

    [Fact]
    public void S07_BlankHeader_ColumnsGoByTheirLetters()
    {
        var header = SheetHeader.Find(Sheet.Messy("s07_Test_BlankHeader.xlsx").Rows);

        Assert.Null(header.RowNumber);
        Assert.Equal(["A", "B", "C", "D"], header.Names.Take(4));
    }

    [Fact]
    public void S08_EmptyRowsToTheEnd_AreNotRows() => Assert.Single(Sheet.Messy("s08_Test_git_issue_270.xlsx").Rows);

    [Fact]
    public void S09_FormulaErrors_AreNamedWithRowAndColumn()
    {
        var row = Assert.Single(Sheet.Messy("s09_Test_git_issue_329_error.xlsx").Rows);

        Assert.Equal(["Sheet1!A1", "Sheet1!B1", "Sheet1!C1"], row.Errors.Select(error => error.Path));
        Assert.All(row.Errors, error => Assert.Equal("spreadsheet.cell.formula-error", error.Code));
        Assert.Contains("第 1 行 C 列是公式错误 #VALUE!", row.Errors[2].Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("row 1, column C", row.Errors[2].Message.English, StringComparison.Ordinal);
        Assert.All(row.Cells, cell => Assert.True(cell.IsBlank));
    }

    [Fact]
    public void S10_HeaderInRow2_IsFoundAndSpacesOfCellsAreKept()
    {
        var sheet = Sheet.Messy("s10_产品导入模板.xlsx");
        var header = SheetHeader.Find(sheet.Rows);

        Assert.Equal((2, 17), (header.RowNumber, header.Names.Count));
        Assert.Equal("  不去除空格测试  ", sheet.Rows.Single(row => row.Number == 6)[header.IndexOf("产品代码")!.Value].Content);
        Assert.Equal(" 左侧空格测试", sheet.Rows.Single(row => row.Number == 5)[header.IndexOf("产品名称")!.Value].Content);
        Assert.Equal("女", sheet.Rows.Single(row => row.Number == 3)[header.IndexOf("性别(公式)") ?? 13].Content);
        Assert.Equal("110101190001010022", sheet.Rows.Single(row => row.Number == 3)[12].Content);
    }

    [Fact]
    public void S11_MisnamedColumn_IsReadAsItIs()
    {
        var header = SheetHeader.Find(Sheet.Messy("s11_模板字段错误.xlsx").Rows);

        Assert.Null(header.IndexOf("产品代码"));
        Assert.Equal(0, header.IndexOf("产品１代码"));
    }

    [Fact]
    public void S12_BlankRowInTheMiddle_SixRowsOfData()
    {
        var rows = Sheet.Messy("s12_截断数据测试.xlsx").Rows.Where(row => row.Number > 1 && !row[0].IsBlank).ToList();

        Assert.Equal(6, rows.Count);
        Assert.DoesNotContain(5, rows.Select(row => row.Number));
    }

    [Fact]
    public void S13_HiddenSheet_IsSaidAndPassedOver()
    {
        var sheet = Sheet.Messy("s13_TwoSheetsOneHidden.xlsx");

        Assert.Equal([new SheetInfo("Sheet1", true), new SheetInfo("Sheet2", false)], sheet.Sheets);
        Assert.Equal(["Sheet2A1"], sheet.Lines);
        Assert.Equal(["Sheet1A1"], Sheet.Messy("s13_TwoSheetsOneHidden.xlsx", sheetIndex: 0).Lines);
    }

    [Fact]
    public void S14_SepLine_GivesTheDelimiterAndIsNoRow()
    {
        var sheet = Sheet.Messy("s14_sep.csv");

        Assert.Equal(["A|1", "2|3"], sheet.Lines);
        Assert.Equal([2, 3], sheet.Rows.Select(row => row.Number));
    }

    [Fact]
    public void S15_DecimalComma_StaysTextForTheField()
        => Assert.Equal(["-123|1.234|12.345,67", "123,4567|123,456789012", "-1.234,567", "WAHR|FALSCH", "FALSE|TRUE"],
            Sheet.Messy("s15_NumberFormatTest.de.csv").Lines);

    [Fact]
    public void S16_Gb2312_IsRecognised() => Assert.Equal(["栏位1", "世界你好"], Sheet.Messy("s16_gb2312_Encoding_Read_Test.csv").Lines);

    [Fact]
    public void S17_Utf16_IsRecognised() => Assert.Equal(["a|b|c", "1|2|3", "4|5|ʤ"], Sheet.Messy("s17_utf16le_bom.csv").Lines);

    [Fact]
    public void S18_PipesAndApostrophes_AreNoQuotes()
    {
        var rows = Sheet.Messy("s18_ean.txt").Rows;

        Assert.Equal([24, 24], rows.Select(row => row.Cells.Count));
        Assert.Equal("'s Gravendijkwal 100", rows[0][3].Content);
    }

    [Fact]
    public void S19_HtmlTable_IsRead() => Assert.Equal(["电视机"], Sheet.Messy("s19_charset.gb18030.html").Lines);

    [Fact]
    public void S20_FractionsOfSeconds_AreRounded()
        => Assert.Equal(["00", "00", "00", "01", "01"], Sheet.Messy("s20_t05.xlsx").Lines.Skip(1).Select(line => line[^2..]));

    [Theory]
    [InlineData("s21_agile_AES256_SHA512_CBC_pwd_password.xlsx", "spreadsheet.workbook.encrypted")]
    [InlineData("s22_EmptyZipFile.xlsx", "spreadsheet.workbook.broken")]
    [InlineData("s23_poc-xmlbomb.xlsx", "spreadsheet.workbook.part-refused")]
    public void UnreadableFile_IsRefusedWithItsReason(string file, string code)
    {
        var error = Sheet.Messy(file).Error;

        Assert.Equal((code, file), (error.Code, error.Path));
    }

    [Fact]
    public void S23_XmlBomb_RefusalNamesThePart()
        => Assert.Contains("xl/sharedStrings.xml", Sheet.Messy("s23_poc-xmlbomb.xlsx").Error.Message.Chinese, StringComparison.Ordinal);

    [Fact]
    public void S24_GbkWithQuotesAndFullWidthDigits_IsReadAsWritten()
    {
        var sheet = Sheet.Messy("s24_全角数字_SYNTHETIC_gbk.csv");

        Assert.Equal(6, sheet.Rows.Count);
        Assert.Equal(["客户编号", "客户名称", "下单日期", "订单金额", "数量", "已回款", "联系电话"], SheetHeader.Find(sheet.Rows).Names);
        Assert.Equal("￥1,234.50", sheet.Rows[1][3].Content);
        Assert.Equal("\"三江\"贸易,杭州分公司", sheet.Rows[3][1].Content);
        Assert.True(sheet.Rows[5][3].IsBlank);
    }
}
