using System.Net;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.Specifications.Files;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Web.Tests.Files;

/// <summary>Who gets which file over the web, and as what his browser takes it.</summary>
public sealed class FileEndpointTests : IAsyncLifetime
{
    private readonly TemporaryWorkspace _workspace = new();
    private Visitor _li = null!;
    private Visitor _wang = null!;
    private Actor _sender = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var li = await _workspace.AddMemberAsync("li");
        await _workspace.AddMemberAsync("wang");
        _sender = new(li.Id, "li", IsAdministrator: true);
        (_li, _wang) = (await SignInAsync("li"), await SignInAsync("wang"));
        var app = App.With(Form("order").Field("number", "text").Field("files", "attachment"));
        var published = await Service<IPublisher>().PublishAsync(app, Actor.System, cancellationToken: Cancellation);
        Assert.True(published.Version is not null, string.Join("; ", published.Diagnostics));
    }

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    [Fact]
    public async Task File_PendingHeldPurgedOrMissing_IsFoundByThoseWhoMayReadIt()
    {
        var file = await SendAsync("合同.pdf", FileSamples.Pdf);
        Assert.Equal(HttpStatusCode.OK, (await _li.GetAsync($"/files/{file}/x.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _wang.GetAsync($"/files/{file}/x.pdf")).StatusCode);

        var order = await SaveAsync(file);
        Assert.Equal(HttpStatusCode.OK, (await _wang.GetAsync($"/files/{file}/x.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _wang.GetAsync($"/files/{file + 1}/x.pdf")).StatusCode);

        var request = new SaveRequest(Service<IWorkspace>().Current.FindForm("order")!, [new RecordInput { Id = order }], _sender, ChangeSource.Page);
        Assert.IsType<SaveResult.Saved>(await Service<SavePipeline>().DeleteAsync(request, Cancellation));
        Assert.IsType<SaveResult.Saved>(await Service<SavePipeline>().PurgeAsync(request, Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, (await _li.GetAsync($"/files/{file}/x.pdf")).StatusCode);
    }

    [Fact]
    public async Task Visitor_WithoutAnAccount_IsSentToSignIn()
    {
        var file = await SendAsync("合同.pdf", FileSamples.Pdf);

        var answer = await new Visitor(_workspace).GetAsync($"/files/{file}/x.pdf");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/account/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("合同 \"终稿\".pdf", "inline", "application/pdf")]
    [InlineData("图.png", "inline", "image/png")]
    [InlineData("说明.txt", "attachment", "text/plain")]
    [InlineData("数据.xml", "attachment", "text/plain")]
    [InlineData("明细.csv", "attachment", "text/csv")]
    [InlineData("包.zip", "attachment", "application/zip")]
    [InlineData("未知.abc", "attachment", "application/octet-stream")]
    public async Task Answer_ForEachKind_KeepsBrowsersFromRunningIt(string name, string disposition, string type)
    {
        byte[] content = Path.GetExtension(name) switch { ".pdf" => FileSamples.Pdf, ".png" => FileSamples.Png(), ".zip" => FileSamples.Zip, _ => FileSamples.Html };
        var file = await SendAsync(name, content);

        var answer = await _li.GetAsync($"/files/{file}/whatever.html");

        Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(disposition, answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(name.Replace('"', '_'), answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Equal(type != "application/pdf", policy.Contains("sandbox", StringComparison.Ordinal));
        Assert.True(answer.Headers.CacheControl!.Private && answer.Headers.CacheControl.NoCache);
        Assert.Equal("attachment", (await _li.GetAsync($"/files/{file}/x?save")).Content.Headers.ContentDisposition!.DispositionType);
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("..%2f..%2f..%2fappsettings.json")]
    [InlineData("..\\..\\appsettings.json")]
    public async Task Name_InTheAddress_LeadsNowhereElse(string name)
    {
        var file = await SendAsync("合同.pdf", FileSamples.Pdf);

        var answer = await _li.GetAsync($"/files/{file}/{name}");

        Assert.True(
            answer.StatusCode == HttpStatusCode.NotFound || (await answer.Content.ReadAsByteArrayAsync(Cancellation)).SequenceEqual(FileSamples.Pdf), $"{answer.StatusCode}");
        Assert.Equal(HttpStatusCode.NotFound, (await _li.GetAsync("/files/..%2f1/a.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _li.GetAsync("/files/99999999999999999999/a.pdf")).StatusCode);
    }

    [Fact]
    public async Task Answer_AskedInPartsOrAgain_SendsNoMoreThanIsMissing()
    {
        var content = new byte[600_000];
        Random.Shared.NextBytes(content);
        var file = await SendAsync("a.bin", content);

        var part = await _li.GetAsync($"/files/{file}/a.bin", request => request.Headers.Range = new(262_000, 263_000));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(content[262_000..263_001], await part.Content.ReadAsByteArrayAsync(Cancellation));
        var tag = part.Headers.ETag!;
        var again = await _li.GetAsync($"/files/{file}/a.bin", request => request.Headers.IfNoneMatch.Add(tag));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Thumbnail_SentAlong_IsServedOnlyWhenItIsASmallPicture()
    {
        var (photo, small) = (FileSamples.Png(300, 200), FileSamples.Png(30, 20));
        var with = await SendAsync("a.png", photo, small);
        var without = await SendAsync("b.png", photo, FileSamples.Html);

        Assert.Equal(small, await (await _li.GetAsync($"/files/{with}/a.png?small")).Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(photo, await (await _li.GetAsync($"/files/{with}/a.png")).Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(photo, await (await _li.GetAsync($"/files/{without}/b.png?small")).Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, (await _wang.GetAsync($"/files/{with}/a.png?small")).StatusCode);
    }

    private T Service<T>() where T : notnull => _workspace.Services.GetRequiredService<T>();

    private async Task<Visitor> SignInAsync(string userName)
    {
        var visitor = new Visitor(_workspace);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SignInAsync(userName)).StatusCode);
        return visitor;
    }

    private async Task<long> SendAsync(string name, byte[] content, byte[]? thumbnail = null)
    {
        using var stream = new MemoryStream(content);
        var receipt = await Service<IFileStore>().ReceiveAsync(new(name, content.Length, stream, thumbnail), new(), _sender, cancellationToken: Cancellation);
        return receipt.File?.Id ?? throw new InvalidOperationException(receipt.Problem!.ToString());
    }

    private async Task<long> SaveAsync(long file)
    {
        var values = new Dictionary<string, InputValue> { ["files"] = InputValue.Of([InputValue.Of((decimal)file)]) };
        var request = new SaveRequest(Service<IWorkspace>().Current.FindForm("order")!, [new() { Values = values }], _sender, ChangeSource.Page);
        return Assert.IsType<SaveResult.Saved>(await Service<SavePipeline>().SaveAsync(request, Cancellation)).Records[0].Id;
    }
}
