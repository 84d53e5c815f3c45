using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Unit.Tests.Spreadsheets;

public sealed class SharedSpreadsheetTests
{
    [Fact]
    public void Superstore_Xls_AllOrdersWithDatesAndNumbers()
    {
        var path = TestFiles.SharedOrSkip("cn", "示例-超市.xls");
        var orders = Sheet.FromFile(path);

        Assert.Equal(["订单", "退货", "销售人员"], orders.Sheets.Select(sheet => sheet.Name));
        Assert.Equal(10_001, orders.Rows.Count);
        Assert.Equal(InputValue.Of(new DateOnly(2017, 4, 27)), orders.Rows[1][2]);
        Assert.Equal((1, 20), (SheetHeader.Find(orders.Rows).RowNumber, SheetHeader.Find(orders.Rows).Names.Count));
        Assert.Equal(297, Sheet.FromFile(path, sheetIndex: 1).Rows.Count);
    }

    [Fact]
    public void Cdnow_ColumnsSetApartByBlanks_AllTransactions()
    {
        var sheet = Sheet.FromFile(TestFiles.SharedOrSkip("cdnow", "CDNOW_master.txt"));

        Assert.Equal(69_660, sheet.Rows.Count);
        Assert.Equal(["customer_id|date|number_of_cds|dollar_value", "00001|19970101|1|11.77"], sheet.Lines.Take(2));
        Assert.All(sheet.Rows, row => Assert.Equal(4, row.Cells.Count));
    }
}
