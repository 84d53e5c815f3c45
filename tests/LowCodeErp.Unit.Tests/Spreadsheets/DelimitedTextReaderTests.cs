using System.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Unit.Tests.Spreadsheets;

public sealed class DelimitedTextReaderTests
{
    private const string Chinese = "编号,名称\r\n1,䶮㐱石材\r\n";

    public static TheoryData<int, bool> Encodings => new() { { 65001, true }, { 65001, false }, { 1200, true }, { 1201, true }, { 54936, false } };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Encoding_OfChineseText_IsRecognised(int codePage, bool hasMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        var bytes = hasMark ? [.. encoding.GetPreamble(), .. encoding.GetBytes(Chinese)] : encoding.GetBytes(Chinese);

        Assert.Equal(["编号|名称", "1|䶮㐱石材"], Sheet.FromBytes(bytes).Lines);
    }

    [Fact]
    public void Encoding_ChineseOnlyAfterTheFirstMegabyte_IsStillRecognised()
    {
        var bytes = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1,2\r\n", 250_000)));
        byte[] gbk = [.. bytes, 0xCA, 0xC0, (byte)',', 0xBD, 0xE7];

        Assert.Equal("世|界", Sheet.FromBytes(gbk).Lines.Last());
    }

    [Fact]
    public void Encoding_NeitherUtf8NorGb18030_ErrorNamesTheLine()
    {
        var error = Sheet.FromBytes([.. "a,b\r\n1,2\r\n"u8, 0xE9, (byte)',', 0xFF, 0xFF]).Error;

        Assert.Equal("spreadsheet.text.wrong-encoding", error.Code);
        Assert.Contains("第 3 行", error.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Content_Binary_IsRefused()
        => Assert.Equal("spreadsheet.file.not-a-spreadsheet", Sheet.FromBytes([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13]).Error.Code);

    [Fact]
    public void Content_Empty_IsRefused() => Assert.Equal("spreadsheet.file.empty", Sheet.FromBytes([]).Error.Code);

    [Theory]
    [InlineData("a,b;c\n1,2;3\n4,5;6")]
    [InlineData("a;b,c\n1;2,3\n4;5\n")]
    [InlineData("a\tb,c\n1\t2\n")]
    [InlineData("a|b\n1|2\n")]
    [InlineData("sep=;\na,x;b\n1;2\n")]
    [InlineData("  a   b\n  1   2\n 10  20\n")]
    [InlineData("\"a;x\",b\n\"1;2\",3\n")]
    public void Delimiter_IsRecognised(string text) => Assert.All(Sheet.FromText(text).Rows, row => Assert.Equal(2, row.Cells.Count));

    [Theory]
    [InlineData("Zhang San\nLi Si\n")]
    [InlineData("名称\n华东  公司\n一 二 三\n")]
    public void Delimiter_None_OneColumn(string text) => Assert.All(Sheet.FromText(text).Rows, row => Assert.Single(row.Cells));

    [Fact]
    public void Quotes_AroundBreaksAndQuotes_AreRemovedAndRowsNumberedByLine()
    {
        var sheet = Sheet.FromText("a,b\r\n\"x\r\ny\",\"say \"\"hi\"\", ok\"\r\n\r\n3,4\r\n\r\n\r\n");

        Assert.Equal(["a|b", "x\r\ny|say \"hi\", ok", "3|4"], sheet.Lines);
        Assert.Equal([1, 2, 5], sheet.Rows.Select(row => row.Number));
    }

    [Fact]
    public void Quote_WithinAnUnquotedValue_IsText() => Assert.Equal(["a|b", "24\" screen|5"], Sheet.FromText("a,b\n24\" screen,5\n").Lines);

    [Fact]
    public void Quote_FollowedByText_ErrorNamesTheLine()
    {
        var sheet = Sheet.FromText("a,b\n1,2\n\"x\"y,3\n4,5\n");

        Assert.Equal("spreadsheet.text.malformed-quote", sheet.Error.Code);
        Assert.Contains("line 3", sheet.Error.Message.English, StringComparison.Ordinal);
        Assert.Equal(2, sheet.Rows.Count);
    }

    [Fact]
    public void Quote_NeverClosed_ErrorNamesTheLine()
    {
        var sheet = Sheet.FromText("a,b\n1,2\n\"x,3\n4,5\n");

        Assert.Equal("spreadsheet.text.quote-not-closed", sheet.Error.Code);
        Assert.Contains("第 3 行", sheet.Error.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Quote_NeverClosedInALargeFile_StopsAtTheLimitOfARow()
    {
        var text = "a,b\n\"x," + string.Concat(Enumerable.Repeat("1,2\n", 200_000));
        var sheet = Sheet.FromText(text, limits: new SpreadsheetLimits { MaximumRowBytes = 100_000 });

        Assert.Equal("spreadsheet.row.too-long", sheet.Error.Code);
        Assert.Contains("第 2 行", sheet.Error.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Row_BeyondTheColumnLimit_ErrorNamesRowAndColumn()
    {
        var sheet = Sheet.FromText("a,b,c\n1,2,3,,\n1,2,3,4\n5,6,7\n", limits: new SpreadsheetLimits { MaximumColumns = 3 });

        Assert.Equal(("spreadsheet.row.too-many-columns", "test!D3"), (sheet.Error.Code, sheet.Error.Path));
        Assert.Equal(2, sheet.Rows.Count);
    }

    [Fact]
    public void File_BeyondTheLimit_IsRefusedByTheStatedLimit()
    {
        var error = Sheet.FromText("a,b\n1,2\n", limits: new SpreadsheetLimits { MaximumBytes = 5 }).Error;

        Assert.Equal("spreadsheet.file.too-large", error.Code);
        Assert.Contains("5 B", error.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_ThatCannotSeek_IsReadTwice()
    {
        var diagnostics = new DiagnosticBag();
        await using var upload = new OneWayStream(new MemoryStream("a,b\n1,2\n"u8.ToArray()));
        using var reader = await SpreadsheetReader.OpenAsync(
            upload, "test.csv", SpreadsheetLimits.Default, diagnostics, TestContext.Current.CancellationToken);

        Assert.Equal(2, reader!.ReadRows().Count());
        Assert.Equal(2, reader.ReadRows().Count());
    }

    [Fact]
    public async Task Upload_BeyondTheLimit_IsRefusedWithoutReadingItAll()
    {
        var diagnostics = new DiagnosticBag();
        await using var upload = new OneWayStream(new EndlessCsv(long.MaxValue));
        var limits = new SpreadsheetLimits { MaximumBytes = 1_000_000 };

        Assert.Null(await SpreadsheetReader.OpenAsync(upload, "test.csv", limits, diagnostics, TestContext.Current.CancellationToken));
        Assert.Equal("spreadsheet.file.too-large", Assert.Single(diagnostics.Items).Code);
    }
}
