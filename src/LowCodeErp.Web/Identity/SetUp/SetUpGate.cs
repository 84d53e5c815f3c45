using LowCodeErp.Core.Naming;

namespace LowCodeErp.Web.Identity.SetUp;

/// <summary>Without the secret, or once there is a member, the page of the first administrator does not exist.</summary>
internal static class SetUpGate
{
    public const string Parameter = "token";

    public static void UseSetUpGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var isOpen = !context.Request.Path.StartsWithSegments(FirstRun.Path, StringComparison.OrdinalIgnoreCase)
            || await context.RequestServices.GetRequiredService<FirstRun>().AcceptsAsync(context.Request.Query[Parameter], context.RequestAborted);
        if (isOpen)
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
    });

    /// <summary>In both languages: nobody has chosen one yet.</summary>
    /// <param name="server">An address of the server.</param>
    public static void Announce(string server, string secret)
    {
        var address = $"{Reachable(server)}{FirstRun.Path}?{Parameter}={secret}";
        var message = new LocalizedText($"还没有任何成员。请打开此一次性地址创建第一位管理员：{address}", $"There is no member yet. Make the first administrator at this address, which works once: {address}");
        Console.WriteLine(message.Chinese);
        Console.WriteLine(message.English);
    }

    /// <summary>A server that listens everywhere names no host; at the console, this machine is the one.</summary>
    private static string Reachable(string address) => address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal).TrimEnd('/');
}
