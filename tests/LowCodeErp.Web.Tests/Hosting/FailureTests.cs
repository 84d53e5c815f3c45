using System.Net;
using System.Text.RegularExpressions;
using LowCodeErp.Portal.Navigation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LowCodeErp.Web.Tests.Hosting;

public sealed partial class FailureTests
{
    [Fact]
    public async Task Page_ThatFails_ShowsAReferenceFromTheLogAndNoDetails()
    {
        var log = new RecordedLog();
        await using var workspace = new TemporaryWorkspace
        {
            AddServices = services => services.AddSingleton<IWorkspaceProfile, FailingOnce>().AddLogging(logging => logging.ClearProviders().AddProvider(log)),
        };

        var answer = await new Visitor(workspace).GetAsync("/account/sign-in");

        var page = WebUtility.HtmlDecode(await Visitor.ReadAsync(answer));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("抱歉", page, StringComparison.Ordinal);
        Assert.DoesNotContain(FailingOnce.Secret, page, StringComparison.Ordinal);
        var reference = Reference().Match(page);
        Assert.True(reference.Success, "the page shows a reference");
        var line = Assert.Single(log.Lines, line => line.Contains(FailingOnce.Secret, StringComparison.Ordinal));
        Assert.Contains(reference.Value, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownAddress_ForSignedInReader_IsAPageWithStatus404()
    {
        await using var workspace = new TemporaryWorkspace();
        await workspace.AddMemberAsync("reader");
        var visitor = new Visitor(workspace);
        await visitor.SignInAsync("reader");

        var answer = await visitor.GetAsync("/there/is/nothing");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("没有找到这个页面", WebUtility.HtmlDecode(await Visitor.ReadAsync(answer)), StringComparison.Ordinal);
    }

    [GeneratedRegex("[2-9A-Z]{4}-[2-9A-Z]{4}(?=</code>)")]
    private static partial Regex Reference();

    /// <summary>Fails the page that was asked for and lets the error page through.</summary>
    private sealed class FailingOnce : IWorkspaceProfile
    {
        public const string Secret = "secret detail of the failure";

        private int _calls;

        public ValueTask<string> GetNameAsync(CancellationToken cancellationToken)
            => Interlocked.Increment(ref _calls) == 1 ? throw new InvalidOperationException(Secret) : ValueTask.FromResult("工厂");
    }
}
