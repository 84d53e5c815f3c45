using System.Net;

namespace LowCodeErp.Web.Tests.Hosting;

public sealed class LanguageTests(TemporaryWorkspace workspace) : IClassFixture<TemporaryWorkspace>
{
    [Fact]
    public async Task Page_WithoutChoice_IsChinese()
    {
        var page = await new Visitor(workspace).ReadAsync("/account/sign-in");

        Assert.Contains("<html lang=\"zh-CN\"", page, StringComparison.Ordinal);
        Assert.Contains("用户名", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AfterChoosingEnglish_IsEnglish()
    {
        var visitor = new Visitor(workspace);

        var answer = await visitor.GetAsync("/language/en?returnUrl=%2Faccount%2Fsign-in");

        Assert.Equal("/account/sign-in", answer.Headers.Location?.ToString());
        var page = await visitor.ReadAsync("/account/sign-in");
        Assert.Contains("<html lang=\"en\"", page, StringComparison.Ordinal);
        Assert.Contains("User name", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("evil")]
    [InlineData("")]
    public async Task ReturnAddress_OfAnotherSite_LeadsHome(string address)
    {
        var answer = await new Visitor(workspace).GetAsync($"/language/en?returnUrl={Uri.EscapeDataString(address)}");

        Assert.Equal("/", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Language_NotOffered_SetsNoCookie()
    {
        var answer = await new Visitor(workspace).GetAsync("/language/fr");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }
}
