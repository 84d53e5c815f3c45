using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Studio.AppSettings;

/// <summary>What can be wrong with an app that is imported.</summary>
public static class AppSettingsDiagnostics
{
    public static Diagnostic Unsound(string what) => Error(
        "unsound", $"文件中的定义前后矛盾（{what}）；请从原来的应用重新导出。", $"The definitions in the file contradict each other ({what}); export them from their app again.");

    public static Diagnostic Exists(LocalizedText app, string key) => Error(
        "exists", $"已经有应用“{app.Chinese}”（{key}）；请打开它，在“应用设置”里导入。", $"There is an app \"{app}\" ({key}) already; open it and import the file under \"App settings\".");

    private static Diagnostic Error(string code, string chinese, string english) => new("app-import." + code, Severity.Error, "", new(chinese, english));
}
