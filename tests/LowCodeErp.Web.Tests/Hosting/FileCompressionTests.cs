using System.Text.RegularExpressions;

namespace LowCodeErp.Web.Tests.Hosting;

public sealed partial class FileCompressionTests(TemporaryWorkspace workspace) : IClassFixture<TemporaryWorkspace>
{
    [Fact]
    public async Task Files_OfThePage_AreSentCompressedAndThePageIsNot()
    {
        var client = workspace.CreateClient();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        var page = await client.GetAsync(new Uri("/account/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Empty(page.Content.Headers.ContentEncoding);

        var files = FileAddress().Matches(await Visitor.ReadAsync(page)).Select(match => match.Groups[1].Value).ToList();
        Assert.Contains(files, file => file.Contains("material-base", StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var answer = await client.GetAsync(new Uri("/" + file, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.Content.Headers.ContentEncoding.Count == 1, $"{file} is sent uncompressed");
        }
    }

    [GeneratedRegex("""(?:href|src)="([^"]+\.(?:css|js))""")]
    private static partial Regex FileAddress();
}
