using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Unit.Tests.Spreadsheets;

public sealed class SheetHeaderTests
{
    [Fact]
    public void Find_BelowTitleAndRemark_PassesThemOver()
    {
        var header = SheetHeader.Find(Rows("2024 年销售明细", "制表|张三", "客户|日期|金额|数量|备注", "华东公司|2024-01-05|12.5|3|无"));

        Assert.Equal(3, header.RowNumber);
        Assert.Equal(["客户", "日期", "金额", "数量", "备注"], header.Names);
    }

    [Fact]
    public void Find_BlankAndRepeatedNames_AreMadeDistinct()
        => Assert.Equal(["名称", "B", "名 称 (2)", "金额 (元)", "E"], SheetHeader.Find(Rows(" 名称　||名 称|金额\n(元)", "a|b|c|1|2")).Names);

    [Fact]
    public void Find_OnlyNumbersAndDates_NoHeader()
    {
        var header = SheetHeader.Find(Rows("1|2024-01-05", "2|2024-01-06"));

        Assert.Null(header.RowNumber);
        Assert.Equal(["A", "B"], header.Names);
    }

    [Fact]
    public void Find_OneColumn_FirstTextIsTheName() => Assert.Equal(1, SheetHeader.Find(Rows("名称", "一", "二")).RowNumber);

    [Fact]
    public void Find_NoRows_NoColumns() => Assert.Empty(SheetHeader.Find([]).Names);

    [Fact]
    public void Find_ManyRows_ReadsOnlyTheFirst()
    {
        var read = 0;
        SheetHeader.Find(Enumerable.Range(1, 1000).Select(number => new SheetRow(++read, [InputValue.Of("x"), InputValue.Of(1)])));

        Assert.Equal(20, read);
    }

    [Theory]
    [InlineData("客户编号（ＩＤ）")]
    [InlineData(" 客户 编号(id)")]
    public void IndexOf_OtherWidthCaseOrBlanks_FindsTheColumn(string name)
        => Assert.Equal(1, SheetHeader.Of(Rows("日期|客户编号(ID)").Single()).IndexOf(name));

    private static IEnumerable<SheetRow> Rows(params string[] lines)
        => lines.Select((line, index) => new SheetRow(index + 1, [.. line.Split('|').Select(InputValue.Of)]));
}
