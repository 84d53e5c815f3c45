using System.Net;
using LowCodeErp.Web.Identity.Limits;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Web.Tests.Identity;

public sealed class RequestLimitTests
{
    [Fact]
    public async Task SignIn_TriedTooOften_IsRefusedInWordsWhileThePageStaysReadable()
    {
        await using var workspace = Limited(new() { SignInsPerMinute = 2 });
        await workspace.AddMemberAsync("hasty");
        var visitor = new Visitor(workspace);
        await visitor.SignInAsync("hasty", "wrong password");
        await visitor.SignInAsync("hasty", "wrong password");

        var answer = await visitor.SignInAsync("hasty");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
        Assert.Contains("操作太频繁", WebUtility.HtmlDecode(await Visitor.ReadAsync(answer)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account/sign-in")).StatusCode);
    }

    [Fact]
    public async Task Keys_GuessedTooOften_AreRefusedUntilLater()
    {
        await using var workspace = Limited(new() { ApiCallsPerMinute = 2 });
        var visitor = new Visitor(workspace);
        for (var guess = 0; guess < 2; guess++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await GuessAsync(visitor)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await GuessAsync(visitor)).StatusCode);
    }

    private static Task<HttpResponseMessage> GuessAsync(Visitor visitor)
        => visitor.GetAsync("/files/1", request => request.Headers.Authorization = new("Bearer", "lck_guessed"));

    private static TemporaryWorkspace Limited(LimitSettings settings) => new()
    {
        AddServices = services => services.AddSingleton(Microsoft.Extensions.Options.Options.Create(settings)),
    };
}
