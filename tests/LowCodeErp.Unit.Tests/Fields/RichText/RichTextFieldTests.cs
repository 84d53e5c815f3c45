using System.Globalization;
using AngleSharp.Html.Parser;
using LowCodeErp.BuiltIns.Fields.RichText;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.RichText;

public sealed class RichTextFieldTests : FieldTypeSpecification<RichTextField>
{
    private static readonly RichTextSettings Settings = new();

    protected override string ExpectedKey => "rich-text";

    protected override IReadOnlyList<FieldSample> Samples =>
    [
        new(Settings, Value.Of("<p>普通文字 &amp; 3 &lt; 5</p><p>第二段</p>")),
        new(Settings, Value.Of("<h2>标题</h2><p>一 <strong>粗 <em>斜</em></strong><br>二</p><ul><li>项</li></ul><p><a href=\"https://example.com/?a=1&amp;b=2\">链接</a></p>"), IsReadFromText: false),
    ];

    [Theory]
    [InlineData("a < b 且 c > d", "<p>a &lt; b 且 c &gt; d</p>")]
    [InlineData("一\r\n\r\n二", "<p>一</p><p>二</p>")]
    [InlineData("AT&amp;T", "<p>AT&amp;amp;T</p>")]
    public void Read_PlainText_BecomesParagraphs(string input, string expected) => Assert.Equal(expected, Read(input).Value.AsText());

    [Theory]
    [InlineData("<b>粗</b>", "<p><strong>粗</strong></p>")]
    [InlineData("<b>a</b><b>b</b>", "<p><strong>ab</strong></p>")]
    [InlineData("<b><p>a</p><p>b</p></b>", "<p><strong>a</strong></p><p><strong>b</strong></p>")]
    [InlineData("<div>a</div><div>b</div>", "<p>a</p><p>b</p>")]
    [InlineData("<h1>a</h1><h4>b</h4>", "<h2>a</h2><h3>b</h3>")]
    [InlineData("<ul><li>a</li><li><p>b</p></li></ul>", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("<ol><li>a<ul><li>b</li></ul></li></ol>", "<ol><li>a</li><li>b</li></ol>")]
    [InlineData("<ul></ul><p></p><p><br></p>a", "<p>a</p>")]
    [InlineData("<p>a<br><br>b<br></p>", "<p>a<br><br>b</p>")]
    [InlineData("<p> a&nbsp;&nbsp; b </p>", "<p>a b</p>")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "<p>a b</p><p>c</p>")]
    [InlineData("<p style=\"color:red\" class=\"x\" id=\"y\">a<span data-x>b</span></p>", "<p>ab</p>")]
    [InlineData("<a href=\"https://example.com\" onclick=\"x()\" target=\"_top\">a</a>", "<p><a href=\"https://example.com\">a</a></p>")]
    public void Read_Markup_IsWrittenAnew(string input, string expected)
    {
        Assert.Equal(expected, Read(input).Value.AsText());
        Assert.Equal(expected, Read(expected).Value.AsText());
    }

    [Theory]
    [InlineData("<script>alert(1)</script>好")]
    [InlineData("<img src=x onerror=alert(1)>好")]
    [InlineData("<svg onload=alert(1)><script>alert(1)</script></svg>好")]
    [InlineData("<a href=\"javascript:alert(1)\">好</a>")]
    [InlineData("<a href=\" java&#x09;script:alert(1)\">好</a>")]
    [InlineData("<a href=\"data:text/html,x\">好</a>")]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>好")]
    [InlineData("<style>*{display:none}</style>好")]
    [InlineData("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>好")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>好")]
    [InlineData("<p onmouseover=alert(1)>好")]
    [InlineData("<form action=/x><button>点</button></form>好")]
    [InlineData("<!--<img src=x onerror=alert(1)>-->好")]
    [InlineData("<textarea><script>alert(1)</script></textarea>好")]
    [InlineData("<base href=//evil.example>好")]
    public void Read_Script_IsLeftOut(string input)
    {
        var markup = Read(input).Value.AsText()!;
        var elements = new HtmlParser().ParseDocument(markup).Body!.QuerySelectorAll("*").ToList();

        Assert.EndsWith("好</p>", markup, StringComparison.Ordinal);
        Assert.All(elements, element => Assert.Equal("p", element.LocalName));
        Assert.All(elements, element => Assert.Empty(element.Attributes));
    }

    [Fact]
    public void Read_AddressWithQuotes_StaysWithinItsAttribute()
    {
        var link = new HtmlParser().ParseDocument(Read("<a href='https://example.com/\" onclick=\"x'>a</a>").Value.AsText()!).QuerySelector("a");

        Assert.True(link is null || link.Attributes.Length == 1);
    }

    [Theory]
    [InlineData("b")]
    [InlineData("div")]
    [InlineData("ul><li")]
    public void Read_VeryDeepMarkup_IsReadWithoutFailing(string tag)
        => Assert.Empty(Read(string.Concat(Enumerable.Repeat($"<{tag}>", 20_000)) + "深").Diagnostics);

    [Fact]
    public void Format_Markup_IsPlainText()
        => Assert.Equal("标题\n一 & 二\n三\n四", Type.Format(Read("<h2>标题</h2><p>一 &amp; <b>二</b><br>三</p><ul><li>四</li></ul>").Value, Settings, CultureInfo.InvariantCulture));

    [Fact]
    public void Export_Formatted_KeepsTheMarkupAndPlainDoesNot()
    {
        var formatted = Read("<p><b>粗</b></p>").Value;

        Assert.Equal(formatted, Read(Type.Export(formatted, Settings, CultureInfo.InvariantCulture)).Value);
        Assert.Equal(InputValue.Of("一\n二"), Type.Export(Read("一\n二").Value, Settings, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Check_Length_IsThatOfThePlainText()
    {
        Assert.Empty(Read("<p><b>五</b><i>个</i><u>字</u>以<b>内</b></p>", new RichTextSettings { MaximumLength = 5 }).Codes);
        Assert.Equal(["field.text.too-long"], Read("六个字以上了", new RichTextSettings { MaximumLength = 5 }).Codes);
    }
}
