using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;

namespace LowCodeErp.Web.Tests.Hosting;

/// <summary>A browser without scripts: it keeps cookies, follows no redirects by itself and fills in forms.</summary>
public sealed partial class Visitor
{
    private readonly HttpClient _client;

    public Visitor(TemporaryWorkspace workspace)
    {
        _client = workspace.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") });
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public Task<HttpResponseMessage> GetAsync(string address) => _client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <param name="change">What the request says besides.</param>
    public async Task<HttpResponseMessage> GetAsync(string address, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        change(request);
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields)
        => _client.PostAsync(
            new Uri(address, UriKind.Relative),
            new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
            TestContext.Current.CancellationToken);

    public async Task<string> ReadAsync(string address) => await ReadAsync(await GetAsync(address));

    public static Task<string> ReadAsync(HttpResponseMessage response)
        => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public async Task<HttpResponseMessage> SignInAsync(string userName, string password = TemporaryWorkspace.Password, string returnUrl = "/")
    {
        var address = $"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}";
        var token = TokenOf(await ReadAsync(address));
        return await PostAsync(
            address, ("_handler", "sign-in"), ("__RequestVerificationToken", token), ("Form.UserName", userName), ("Form.Password", password));
    }

    public static string TokenOf(string page) => Token().Match(page).Groups[1].Value;

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
