using LowCodeErp.BuiltIns.Fields.Email;
using LowCodeErp.BuiltIns.Fields.Phone;
using LowCodeErp.BuiltIns.Fields.RichText;
using LowCodeErp.BuiltIns.Fields.Url;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.UI.Extending;
using LowCodeErp.Unit.Tests.Fields;

namespace LowCodeErp.Unit.Tests.Extending;

/// <summary>What a stored value leads to, also one that got into the table past the save pipeline.</summary>
public sealed class LinkedCellTests
{
    private static readonly FormModel Form = new TestForm("contact")
        .With("phone", new PhoneField())
        .With("email", new EmailField())
        .With("site", new UrlField())
        .With("story", new RichTextField())
        .Build();

    [Theory]
    [InlineData("phone", "010-62345678-801", "tel:01062345678,801")]
    [InlineData("phone", "+14155552671", "tel:+14155552671")]
    [InlineData("email", "a+b@example.com", "mailto:a%2Bb@example.com")]
    [InlineData("site", "https://example.com/?a=1&b=2", "https://example.com/?a=1&b=2")]
    public async Task Cell_OfAnAddress_LeadsThere(string field, string value, string address)
    {
        var link = (await RenderAsync(field, value, isInLink: false)).QuerySelector("a")!;

        Assert.Equal(address, link.GetAttribute("href"));
        Assert.Equal(value, link.TextContent);
    }

    [Fact]
    public async Task Cell_OfAWebAddress_OpensAWindowThatKnowsNothingOfThisOne()
    {
        var link = (await RenderAsync("site", "https://example.com", isInLink: false)).QuerySelector("a")!;

        Assert.Equal("_blank", link.GetAttribute("target"));
        Assert.Contains("noopener", link.GetAttribute("rel")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phone", "无")]
    [InlineData("email", "nobody")]
    [InlineData("site", "javascript:alert(1)")]
    [InlineData("site", "https://user:secret@example.com")]
    public async Task Cell_OfSomethingElse_IsNoLink(string field, string value)
    {
        var page = await RenderAsync(field, value, isInLink: false);

        Assert.Null(page.QuerySelector("a"));
        Assert.Equal(value, page.TextContent.Trim());
    }

    [Fact]
    public async Task Cell_WithinTheLinkOfItsRecord_IsNoLinkItself() => Assert.Null((await RenderAsync("phone", "13800138000", isInLink: true)).QuerySelector("a"));

    [Fact]
    public async Task Cell_OfRichText_IsPlainAndShort()
    {
        var page = await RenderAsync("story", $"<h2>标题</h2><p><strong>粗</strong>{new string('长', 200)}</p><script>alert(1)</script>", isInLink: false);

        Assert.Equal(["span"], page.QuerySelectorAll("*").Select(element => element.LocalName));
        Assert.StartsWith("标题", page.TextContent.Trim(), StringComparison.Ordinal);
        Assert.EndsWith("…", page.TextContent.Trim(), StringComparison.Ordinal);
    }

    private static Task<AngleSharp.Dom.IElement> RenderAsync(string field, string value, bool isInLink)
    {
        var values = new object?[Form.Fields.Count];
        values[Form[field].Ordinal] = value;
        return Page.RenderAsync<FieldCell>(new() { ["Field"] = Form[field], ["Row"] = TestForm.Row(Form, 1, values), ["IsInLink"] = isInLink });
    }
}
