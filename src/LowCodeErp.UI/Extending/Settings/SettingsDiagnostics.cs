using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.UI.Extending.Settings;

/// <summary>What can be wrong with one setting by itself, in words for somebody who sees a box and no JSON.</summary>
public static class SettingsDiagnostics
{
    /// <param name="found">What the reader of the definition says of it, which stands for the kinds that have no words of their own.</param>
    internal static Diagnostic Wrong(SettingsMember member, Diagnostic found) => member.Kind switch
    {
        _ when found.Code is "json.out-of-range" or "json.too-many-digits" => found,
        SettingsKind.WholeNumber => Error("settings.not-whole", found.Path, "请输入整数，如 10。", "Enter a whole number, such as 10."),
        SettingsKind.Number when member.IsPercentage => Error("settings.not-a-percentage", found.Path, "请输入百分比，如 12.5%。", "Enter a percentage, such as 12.5%."),
        SettingsKind.Number => Error("settings.not-a-number", found.Path, "请输入数字，如 1000 或 0.05。", "Enter a number, such as 1000 or 0.05."),
        SettingsKind.Date => Error("settings.not-a-date", found.Path, "请输入日期，如 2026-03-05。", "Enter a date, such as 2026-03-05."),
        SettingsKind.Moment => Error("settings.not-a-moment", found.Path, "请输入日期和时间，如 2026-03-05 14:30。", "Enter a date and a time, such as 2026-03-05 14:30."),
        SettingsKind.Time => Error("settings.not-a-time", found.Path, "请输入时间，如 14:30。", "Enter a time, such as 14:30."),
        SettingsKind.Choice or SettingsKind.Choices => Error("settings.unknown-choice", found.Path, "原来的内容不是可选项，请重新选择。", "What was set here is not among the choices; choose again."),
        _ => found,
    };

    private static Diagnostic Error(string code, string path, string chinese, string english) => new(code, Severity.Error, path, new LocalizedText(chinese, english));
}
