using System.Net;
using System.Net.Sockets;
using System.Text;
using LowCodeErp.Runtime.Flows.Webhooks;

namespace LowCodeErp.Unit.Tests.Flows;

public sealed class WebhookTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.20.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.100.100.200", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    public void IsPublic_Address_TellsTheInternetFromTheOwnNetwork(string address, bool expected)
        => Assert.Equal(expected, WebhookGuard.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task Send_ToTheServerItself_IsRefusedForGood()
    {
        await using var server = new OneAnswerServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var sender = new WebhookSender(new([]));

        var failed = Assert.IsType<WebhookAnswer.Failed>(await sender.SendAsync(new() { Url = server.Address }, "k", Cancellation));

        Assert.Equal(("webhook.inner-network", false), (failed.Reason.Code, failed.MayPass));
        Assert.Null(server.Received);
    }

    [Fact]
    public async Task Send_ToAnAllowedHost_HandsOverBodyHeadersAndKey()
    {
        await using var server = new OneAnswerServer("HTTP/1.1 201 Created\r\nContent-Length: 8\r\n\r\n{\"id\":1}");
        using var sender = new WebhookSender(new(["127.0.0.1"]));

        var answer = await sender.SendAsync(
            new() { Url = server.Address, Method = "PUT", Headers = new Dictionary<string, string> { ["X-Token"] = "abc" }, Body = """{"total":1}""" }, "flow-1-2-3", Cancellation);

        Assert.Equal(new WebhookAnswer.Accepted(201, """{"id":1}"""), answer);
        Assert.StartsWith("PUT /hook HTTP/1.1", server.Received, StringComparison.Ordinal);
        Assert.Contains("Idempotency-Key: flow-1-2-3", server.Received, StringComparison.Ordinal);
        Assert.Contains("X-Token: abc", server.Received, StringComparison.Ordinal);
        Assert.EndsWith("""{"total":1}""", server.Received, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("302 Found\r\nLocation: http://10.0.0.1/", false)]
    [InlineData("404 Not Found", false)]
    [InlineData("429 Too Many Requests", true)]
    [InlineData("503 Service Unavailable", true)]
    public async Task Send_AnsweredWithAnotherStatus_FailsAsLongAsThatMayPass(string status, bool mayPass)
    {
        await using var server = new OneAnswerServer($"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n");
        using var sender = new WebhookSender(new(["127.0.0.1"]));

        var failed = Assert.IsType<WebhookAnswer.Failed>(await sender.SendAsync(new() { Url = server.Address }, "k", Cancellation));

        Assert.Equal(("webhook.status", mayPass), (failed.Reason.Code, failed.MayPass));
    }

    [Fact]
    public async Task Send_NobodyListens_MayPass()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var sender = new WebhookSender(new(["127.0.0.1"]));

        var failed = Assert.IsType<WebhookAnswer.Failed>(await sender.SendAsync(new() { Url = $"http://127.0.0.1:{port}/" }, "k", Cancellation));

        Assert.Equal(("webhook.unreachable", true), (failed.Reason.Code, failed.MayPass));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("orders")]
    public async Task Send_NoAddress_IsRefused(string url)
    {
        using var sender = new WebhookSender(new([]));

        Assert.Equal("webhook.address", Assert.IsType<WebhookAnswer.Failed>(await sender.SendAsync(new() { Url = url }, "k", Cancellation)).Reason.Code);
    }

    /// <summary>Keeps what it is sent and answers the same to everybody.</summary>
    private sealed class OneAnswerServer : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly Task _serving;

        public OneAnswerServer(string answer)
        {
            _listener.Start();
            _serving = ServeAsync(answer);
        }

        public string? Received { get; private set; }

        public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/hook";

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _serving;
        }

        private async Task ServeAsync(string answer)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(Cancellation);
                var stream = client.GetStream();
                Received = await ReadAsync(stream);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), Cancellation);
            }
            catch (SocketException)
            {
                // Nobody came before the end of the test.
            }
        }

        private static async Task<string> ReadAsync(NetworkStream stream)
        {
            var (received, buffer) = (new StringBuilder(), new byte[4096]);
            while (!IsComplete(received.ToString()))
            {
                received.Append(Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, Cancellation)));
            }

            return received.ToString();
        }

        private static bool IsComplete(string received)
            => received.Split("\r\n\r\n") is [var head, var body] && (!head.Contains("Content-Length: ", StringComparison.Ordinal) || body.Length >= LengthIn(head));

        private static int LengthIn(string head)
            => int.Parse(head.Split("Content-Length: ")[1].Split("\r\n")[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}
