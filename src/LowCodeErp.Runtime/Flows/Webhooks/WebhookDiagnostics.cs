using System.Globalization;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Flows.Webhooks;

/// <summary>Why a webhook did not come through, in words for whoever designed or runs the flow.</summary>
public static class WebhookDiagnostics
{
    public static Diagnostic BadAddress(string url) => Error(
        "webhook.address", $"“{url}”不是网址；请填写以 http:// 或 https:// 开头的完整网址。", $"\"{url}\" is no address; enter a complete one that begins with http:// or https://.");

    public static Diagnostic Refused(string host) => Error(
        "webhook.inner-network",
        $"“{host}”在公司内网中，不允许调用；如需调用，请运维人员在配置 Webhooks:AllowedHosts 中加入它。",
        $"\"{host}\" lies within the own network and must not be called; if it has to be, the operator adds it to Webhooks:AllowedHosts in the configuration.");

    public static Diagnostic Unreachable(string host, string reason) => Error(
        "webhook.unreachable", $"无法连接“{host}”：{reason}。请检查网址，或稍后重试。", $"\"{host}\" cannot be reached: {reason}. Check the address, or try again later.");

    public static Diagnostic TimedOut(string host, int seconds) => Error(
        "webhook.timeout",
        string.Create(CultureInfo.InvariantCulture, $"“{host}”在 {seconds} 秒内没有答复；请检查对方系统，或稍后重试。"),
        string.Create(CultureInfo.InvariantCulture, $"\"{host}\" did not answer within {seconds} seconds; check the other system, or try again later."));

    public static Diagnostic BadStatus(string host, int status) => Error(
        "webhook.status",
        string.Create(CultureInfo.InvariantCulture, $"“{host}”答复了状态 {status}，而不是成功；请检查发送的内容和对方系统。"),
        string.Create(CultureInfo.InvariantCulture, $"\"{host}\" answered with status {status} instead of success; check what is sent, and the other system."));

    public static Diagnostic TooLong(string host, int bytes) => Error(
        "webhook.too-long",
        string.Create(CultureInfo.InvariantCulture, $"“{host}”的答复超过 {bytes} 字节；请让它只返回需要的内容。"),
        string.Create(CultureInfo.InvariantCulture, $"The answer of \"{host}\" is longer than {bytes} bytes; let it return only what is needed."));

    private static Diagnostic Error(string code, string chinese, string english) => new(code, Severity.Error, "", new(chinese, english));
}
