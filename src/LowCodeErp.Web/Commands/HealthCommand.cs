using System.CommandLine;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Web.Commands;

/// <summary><c>health</c>: asks a running server how it is, for containers and watchdogs; the image has no other HTTP client.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var url = new Option<string>("--url")
        {
            Description = new LocalizedText("服务的地址，默认 http://localhost:5000。", "Address of the server; http://localhost:5000 by default.").ToString(),
            DefaultValueFactory = _ => "http://localhost:5000",
        };
        var command = new Command("health", new LocalizedText("查询正在运行的服务是否正常。", "Asks a running server whether it is well.").ToString()) { url };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(url), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
        {
            CommandSession.Error(new($"“{url}”不是网址，应写成 http://主机:端口。", $"\"{url}\" is not an address; write http://host:port."));
            return ExitCode.Misused;
        }

        try
        {
            using var client = new HttpClient { Timeout = Patience };
            using var answer = await client.GetAsync(new Uri(server, "/health"), cancellationToken);
            return Report(server, (int)answer.StatusCode);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // No answer is an answer: the server is down, or too busy to be of use.
            CommandSession.Error(new($"{server} 没有应答。", $"{server} does not answer."));
            return ExitCode.Refused;
        }
    }

    private static int Report(Uri server, int status)
    {
        if (status == StatusCodes.Status200OK)
        {
            CommandSession.Say(new($"{server} 正常。", $"{server} is well."));
            return ExitCode.Done;
        }

        CommandSession.Error(new($"{server} 异常（状态码 {status}），请查看服务日志。", $"{server} is not well (status {status}); see the server's log."));
        return ExitCode.Refused;
    }
}
