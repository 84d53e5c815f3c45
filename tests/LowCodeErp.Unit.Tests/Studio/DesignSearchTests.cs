using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.Editing.Searching;

namespace LowCodeErp.Unit.Tests.Studio;

public sealed class DesignSearchTests
{
    private static readonly AppDocument _document = new(
        new() { Key = "app", Label = new("应用") },
        [
            new()
            {
                Key = "order", Label = new("销售订单", "Sales order"), Title = "name",
                Fields = [
                    new() { Key = "name", Type = "text", Label = new("名称"), Help = new("请写全称") },
                    new() { Key = "amount", Type = "number", Label = new("订单金额", "Amount"), Formula = "[price] * [quantity]" },
                ],
                Validations = [new() { Condition = "[amount] > 0", Message = new("金额必须为正") }],
            },
        ],
        []);

    [Theory]
    [InlineData("订单金额", "amount")]
    [InlineData("AMOUNT", "amount")]
    [InlineData("ＡＭＯＵＮＴ", "amount")]
    [InlineData("ddje", "amount")]
    [InlineData("quantity", "amount")]
    [InlineData("全称", "name")]
    public void Find_ANameItsSoundOrAText_LeadsToTheField(string text, string field)
        => Assert.Equal(new DesignPlace("order", field), DesignSearch.Find(_document, text)[0].Place);

    [Fact]
    public void Find_AFormByName_ComesBeforeItsFields()
        => Assert.Equal(["order", null], DesignSearch.Find(_document, "订单").Take(2).Select(hit => hit.Place.Field is null ? hit.Place.Form : null));

    [Fact]
    public void Find_AMessage_QuotesIt()
    {
        var hit = Assert.Single(DesignSearch.Find(_document, "必须为正"));

        Assert.Equal((new DesignPlace("order"), "金额必须为正"), (hit.Place, hit.Excerpt));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("没有的词")]
    public void Find_NothingOrUnknown_IsEmpty(string text) => Assert.Empty(DesignSearch.Find(_document, text));
}
