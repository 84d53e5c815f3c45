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

    public static Diagnostic SeedWithoutForm(string file, string form) => Error(
        "seed-without-form", file,
        $"示例数据“{form}”没有对应的表单；文件名应为“序号.表单标识.csv”。",
        $"There is no form \"{form}\" for this example data; name the file number.form-key.csv.");

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new("template." + code, Severity.Error, path, new(chinese, english));
}
