using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Templates;

/// <summary>What can be wrong with an app's folder.</summary>
public static class TemplateDiagnostics
{
    public static Diagnostic NoApp(string folder) => Error(
        "no-app", folder,
        "这里没有 app.json，不是一个应用模板；请指定包含 app.json 的文件夹。",
        "There is no app.json here, so this is no template; name the folder that holds one.");

    public static Diagnostic NotUtf8(string file, int index) => Error(
        "not-utf8", file,
        $"第 {index + 1} 个字节处不是 UTF-8 文本；请把文件另存为 UTF-8 编码。",
        $"The text is not UTF-8 at byte {index + 1}; save the file in UTF-8.");

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new("template." + code, Severity.Error, path, new(chinese, english));
}
