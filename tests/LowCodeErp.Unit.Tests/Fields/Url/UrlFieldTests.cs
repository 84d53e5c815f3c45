using LowCodeErp.BuiltIns.Fields.Url;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Url;

public sealed class UrlFieldTests : FieldTypeSpecification<UrlField>
{
    protected override string ExpectedKey => "url";

    protected override IReadOnlyList<FieldSample> Samples => [new(new UrlSettings(), Value.Of("https://www.example.com/路径?q=1&r=2#top")), new(new UrlSettings { MaximumLength = 4000 }, Value.Of("http://10.0.0.1:8080/"))];

    [Theory]
    [InlineData("www.example.com", "https://www.example.com")]
    [InlineData("example.com:8080/a", "https://example.com:8080/a")]
    [InlineData("HTTP://example.com", "HTTP://example.com")]
    [InlineData("ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ", "https://example.com")]
    [InlineData("例子.中国", "https://例子.中国")]
    public void Read_AddressWithoutScheme_GetsOne(string input, string expected) => Assert.Equal(expected, Read(input).Value.AsText());

    [Theory]
    [InlineData("javascript:alert(1)", "field.url.scheme")]
    [InlineData("JavaScript:alert(1)//.com", "field.url.scheme")]
    [InlineData("java\tscript:alert(1)", "field.url.unreadable")]
    [InlineData("data:text/html,<script>alert(1)</script>", "field.url.scheme")]
    [InlineData("vbscript:x", "field.url.scheme")]
    [InlineData("file:///etc/passwd", "field.url.scheme")]
    [InlineData("ftp://example.com", "field.url.scheme")]
    [InlineData("https://bank.example@evil.example", "field.url.password")]
    [InlineData("官网", "field.url.unreadable")]
    [InlineData("https://", "field.url.unreadable")]
    [InlineData("https://www.example.com/a b", "field.url.unreadable")]
    [InlineData("https:///example.com", "field.url.unreadable")]
    public void Read_AnythingElse_IsRefused(string input, string code) => Assert.Equal([code], Read(input).Codes);

    [Fact]
    public void Check_TooLong_IsReported() => Assert.Equal(["field.text.too-long"], Read("https://example.com/" + new string('a', 500)).Codes);
}
