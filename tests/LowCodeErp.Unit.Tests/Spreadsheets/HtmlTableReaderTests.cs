using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Unit.Tests.Spreadsheets;

public sealed class HtmlTableReaderTests
{
    [Fact]
    public void Cells_MergedAndFormatted_StandInTheirColumns()
    {
        var sheet = Sheet.FromText("""
            <html><body><table><tr><td><table><caption>订单</caption>
            <tr><th colspan=2>客户&nbsp;
              名称</th><th>金额</th></tr>
            <tr><td rowspan=2>华东</td><td>一<br>二</td><td> 1,234.50 </td></tr>
            <tr><td>三</td><td></td></tr>
            <tr></tr><tr><td>x<td>y</table></td></tr></table></body></html>
            """);

        Assert.Equal([new SheetInfo("订单", false)], sheet.Sheets);
        Assert.Equal(["客户 名称||金额", "华东|一\n二|1,234.50", "|三|", "x|y"], sheet.Lines);
        Assert.Equal([1, 2, 3, 5], sheet.Rows.Select(row => row.Number));
    }

    [Theory]
    [InlineData("<html><body>请先登录</body></html>", "spreadsheet.workbook.no-sheets")]
    [InlineData("<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>", "spreadsheet.file.unsupported-format")]
    public void Page_WithoutTable_IsRefused(string page, string code) => Assert.Equal(code, Sheet.FromText(page).Error.Code);

    [Fact]
    public void Page_BeyondTheLimit_IsRefused()
        => Assert.Equal("spreadsheet.file.too-large", Sheet.FromText("<table><tr><td>1</table>", limits: new SpreadsheetLimits { MaximumHtmlBytes = 10 }).Error.Code);

    [Fact]
    public void Page_NestedWithoutEnd_IsReadWithoutOverflow()
        => Assert.Equal(["1"], Sheet.FromText("<html>" + string.Concat(Enumerable.Repeat("<div><table><td>", 500_000)) + "1").Lines);

    [Fact]
    public void Markup_ThatIsNoTable_IsPassedOver()
        => Assert.Equal(["a < b|c&d"], Sheet.FromText(
            "<html><style>td { }</style><!-- <td>no --><table><tr><td>a < b<script>if (a<b) {}</script><td><b>c</b>&amp;<i>d</i></tr></table>").Lines);

    [Fact]
    public void Spans_BeyondAnyTable_AreBounded()
        => Assert.Equal("spreadsheet.row.too-many-columns",
            Sheet.FromText("<table><tr><td colspan=999999999 rowspan=999999999>1<td colspan=999999999>2</table>").Error.Code);
}
