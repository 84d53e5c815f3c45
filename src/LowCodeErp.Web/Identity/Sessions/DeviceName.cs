using LowCodeErp.Core.Naming;

namespace LowCodeErp.Web.Identity.Sessions;

/// <summary>A device in the words of whoever owns it, from what its browser says of itself: "Chrome, Windows". Browsers name their ancestors too, so the order decides.</summary>
public static class DeviceName
{
    private static readonly (string Sign, LocalizedText Name)[] Browsers =
    [
        ("MicroMessenger/", new("微信", "WeChat")), ("DingTalk/", new("钉钉", "DingTalk")), ("wxwork/", new("企业微信", "WeCom")), ("Edg", new("Edge")), ("QQBrowser/", new("QQ 浏览器", "QQ Browser")),
        ("OPR/", new("Opera")), ("Firefox/", new("Firefox")), ("Chrome/", new("Chrome")), ("Safari/", new("Safari")),
    ];

    private static readonly (string Sign, LocalizedText Name)[] Systems =
    [
        ("HarmonyOS", new("鸿蒙", "HarmonyOS")), ("iPhone", new("iPhone")), ("iPad", new("iPad")), ("Android", new("安卓", "Android")), ("Windows", new("Windows")), ("Mac OS X", new("Mac")), ("Linux", new("Linux")),
    ];

    private static readonly LocalizedText Unknown = new("未知设备", "Unknown device");

    public static LocalizedText Of(string userAgent)
    {
        ArgumentNullException.ThrowIfNull(userAgent);
        LocalizedText[] names = [.. new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<LocalizedText>()];
        return names.Length == 0
            ? Unknown
            : new(string.Join('，', names.Select(name => name.Chinese)), string.Join(", ", names.Select(name => name.English ?? name.Chinese)));
    }

    private static LocalizedText? Find((string Sign, LocalizedText Name)[] known, string userAgent)
        => Array.Find(known, candidate => userAgent.Contains(candidate.Sign, StringComparison.OrdinalIgnoreCase)).Name;
}
