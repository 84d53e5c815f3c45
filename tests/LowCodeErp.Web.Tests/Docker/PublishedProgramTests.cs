using System.Net;

namespace LowCodeErp.Web.Tests.Docker;

public sealed class PublishedProgramTests(PublishedProgram program) : IClassFixture<PublishedProgram>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>One story, because the program starts once and is stopped at its end.</summary>
    [Fact]
    public async Task Image_StartedAndStopped_ServesPagesAndKeepsItsDataInTheVolume()
    {
        using var client = new HttpClient { BaseAddress = program.Address };

        Assert.Equal("Healthy", await client.GetStringAsync("/health", Cancellation));
        var page = await client.GetStringAsync("/account/sign-in", Cancellation);
        var assets = FindAssets(page);
        Assert.Contains(assets, asset => asset.EndsWith(".css", StringComparison.Ordinal));
        Assert.Contains(assets, asset => asset.Contains("blazor.web", StringComparison.Ordinal));
        foreach (var asset in assets)
        {
            using var answer = await client.GetAsync(new Uri(asset, UriKind.Relative), Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{asset}: {answer.StatusCode}");
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        }

        var health = await program.RunAsync("health", "--url", program.Address.ToString());
        Assert.True(health.ExitCode == 0, health.Output);
        var member = await program.RunAsync("member", "add", "admin", "--administrator");
        Assert.True(member.ExitCode == 0, member.Output);
        var template = await program.RunAsync("template", "install", "templates/customer-tiering");
        Assert.True(template.ExitCode == 0, template.Output);

        Assert.Equal(0, await program.StopAsync());
        Assert.True(File.Exists(Path.Combine(program.Volume, "erp.db")));
        // All keys are in the database, so that a backup of it is enough.
        Assert.False(Directory.Exists(Path.Combine(program.Volume, ".aspnet")));
        var silence = await program.RunAsync("health", "--url", program.Address.ToString());
        Assert.Equal(1, silence.ExitCode);
        Assert.Contains("does not answer", silence.Output, StringComparison.Ordinal);
    }

    private static List<string> FindAssets(string page) =>
        [.. page.Split('"').Where(text => text.EndsWith(".css", StringComparison.Ordinal) || text.EndsWith(".js", StringComparison.Ordinal)).Distinct()];
}
