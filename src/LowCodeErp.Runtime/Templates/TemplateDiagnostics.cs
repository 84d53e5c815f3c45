using System.Globalization;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Templates;

/// <summary>What can be wrong with an app's folder.</summary>
public static class TemplateDiagnostics
{
    private const int Megabyte = 1024 * 1024;
    private const int LongestName = 100;

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

    public static Diagnostic ArchiveBroken() => Error(
        "archive.broken", "", "这不是可以读取的 zip 文件：它已损坏、有密码，或是别的格式。", "This is no zip file that can be read: it is damaged, has a password or is of another format.");

    public static Diagnostic ArchiveTooLarge(long limit) => Error(
        "archive.too-large", "", $"文件超过 {limit / Megabyte} MB 的上限，不会是一个应用。", $"The file is larger than {limit / Megabyte} MB, so it is no app.");

    public static Diagnostic ArchiveHasTooManyFiles(int count, int limit) => Error(
        "archive.too-many-files", "", $"zip 中有 {count} 个文件，超过 {limit} 个的上限。", $"The zip holds {count} files, more than the limit of {limit}.");

    public static Diagnostic ArchiveHasNoApp() => Error(
        "archive.no-app", "", "zip 中没有 app.json；请压缩应用的文件夹。", "There is no app.json in the zip; pack the folder of an app.");

    public static Diagnostic ArchiveFileUnknown(string name) => Error(
        "archive.unknown-file", Shown(name), $"zip 中的“{Shown(name)}”不属于应用，已拒绝；只能有 app.json、forms/*.json 和 tiering/*.json。",
        $"\"{Shown(name)}\" in the zip is no part of an app and was refused; there may only be app.json, forms/*.json and tiering/*.json.");

    public static Diagnostic ArchiveFileTwice(string name) => Error(
        "archive.file-twice", name, $"zip 中有两个“{name}”。", $"\"{name}\" stands in the zip twice.");

    public static Diagnostic ArchiveFileTooLarge(string name, int limit) => Error(
        "archive.file-too-large", name, $"“{name}”解压后超过 {limit / 1024} KB，已拒绝。", $"\"{name}\" is larger than {limit / 1024} KB when unpacked and was refused.");

    public static Diagnostic ArchiveFileLeftOut(string name) => new(
        "template.archive.left-out", Severity.Warning, name, new($"“{name}”不是应用的定义，没有导入。", $"\"{name}\" is no definition of the app and was left out."));

    public static Diagnostic FormTwice(string file, string form) => Error(
        "form-twice", file, $"表单“{form}”定义了两次；每个文件要有自己的标识。", $"The form \"{form}\" is defined twice; each file needs a key of its own.");

    /// <summary>Names come from the file: what cannot be seen is shown as ?, and long ones are cut.</summary>
    private static string Shown(string name)
        => string.Concat(name.Take(LongestName).Select(character => char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format ? '?' : character));

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new("template." + code, Severity.Error, path, new(chinese, english));
}
