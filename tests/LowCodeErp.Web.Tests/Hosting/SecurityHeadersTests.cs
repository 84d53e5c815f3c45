using System.Net;

namespace LowCodeErp.Web.Tests.Hosting;

public sealed class SecurityHeadersTests(TemporaryWorkspace workspace) : IClassFixture<TemporaryWorkspace>
{
    [Theory]
    [InlineData("/account/sign-in", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.Redirect)]
    [InlineData("/health", HttpStatusCode.OK)]
    [InlineData("/favicon.svg", HttpStatusCode.OK)]
    [InlineData("/_framework/blazor.web.js", HttpStatusCode.OK)]
    public async Task Answer_OfAnyKind_CarriesTheHeaders(string address, HttpStatusCode status)
    {
        var response = await new Visitor(workspace).GetAsync(address);

        Assert.Equal(status, response.StatusCode);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Page_Rendered_HasNoInlineScript()
    {
        var page = await new Visitor(workspace).ReadAsync("/account/sign-in");

        Assert.DoesNotMatch("<script(?![^>]*src=)", page);
        Assert.DoesNotMatch(" on[a-z]+=\"", page);
    }
}
