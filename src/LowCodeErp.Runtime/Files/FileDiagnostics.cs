using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Files;

/// <summary>Why a file is not taken, in words for whoever sent it. The path is that of the field, which the caller adds.</summary>
public static class FileDiagnostics
{
    /// <summary>Of all codes here.</summary>
    public const string Prefix = "file.";

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic NameBlank() => Error(
        "name-blank", "文件没有名称；请改名后重新上传。", "The file has no name; rename it and upload it again.");

    public static Diagnostic NameTooLong(string name, int maximum) => Error(
        "name-too-long",
        $"文件名“{ShortText.Of(name)}”有 {name.Length} 个字，最多 {maximum} 个；请改名后重新上传。",
        $"The file name \"{ShortText.Of(name)}\" has {name.Length} characters, {maximum} at most; rename it and upload it again.");

    public static Diagnostic Empty(string name) => Error(
        "empty", $"“{ShortText.Of(name)}”是空文件；请检查后重新上传。", $"\"{ShortText.Of(name)}\" is empty; check it and upload it again.");

    public static Diagnostic TooLarge(string name, long size, long maximum) => Error(
        "too-large",
        $"“{ShortText.Of(name)}”大小为 {FileSize.Format(size)}，最大允许 {FileSize.Format(maximum)}；请压缩或拆分后重新上传。",
        $"\"{ShortText.Of(name)}\" has {FileSize.Format(size)}, {FileSize.Format(maximum)} at most; make it smaller or split it.");

    /// <summary>It turned out while it was read: its size had not been told, or not truly.</summary>
    public static Diagnostic LargerThanAllowed(string name, long maximum) => Error(
        "too-large",
        $"“{ShortText.Of(name)}”超过最大允许的 {FileSize.Format(maximum)}，已停止上传；请压缩或拆分后重新上传。",
        $"\"{ShortText.Of(name)}\" is larger than the {FileSize.Format(maximum)} allowed, so the upload was stopped; make it smaller or split it.");

    public static Diagnostic Refused(string name, string extension) => Error(
        "refused",
        $"“{ShortText.Of(name)}”：不能上传 {extension} 文件，它可能被当作程序运行；需要时请先放进压缩包。",
        $"\"{ShortText.Of(name)}\": {extension} files cannot be uploaded, since they may be run as programs; put it into an archive if you need to.");

    public static Diagnostic Program(string name) => Error(
        "program",
        $"“{ShortText.Of(name)}”的内容是可执行程序，不能上传。",
        $"The contents of \"{ShortText.Of(name)}\" are a program, which cannot be uploaded.");

    /// <param name="actual">What the contents look like; null when that is not known.</param>
    public static Diagnostic Disguised(string name, string extension, FileFormat? actual) => Error(
        "disguised",
        $"“{ShortText.Of(name)}”的内容不是 {extension} 文件{(actual is null ? "" : $"（实际像是 {actual.Extensions[0]}）")}，可能已损坏或改过扩展名；请重新导出后上传。",
        $"The contents of \"{ShortText.Of(name)}\" are no {extension} file{(actual is null ? "" : $" (they look like {actual.Extensions[0]})")}; it may be damaged or renamed. Export it anew and upload it again.");

    public static Diagnostic KindNotTaken(string name, IEnumerable<FileKind> kinds)
    {
        var named = kinds.Select(NameOf).ToList();
        return Error(
            "kind-not-taken",
            $"“{ShortText.Of(name)}”的类型不允许；这里只接受：{string.Join("、", named.Select(kind => kind.Chinese))}。",
            $"\"{ShortText.Of(name)}\" is of a kind that is not taken here; taken are {string.Join(", ", named.Select(kind => kind.In(English)))}.");
    }

    public static Diagnostic NoImage(string name) => Error(
        "no-image",
        $"“{ShortText.Of(name)}”不是可以显示的图片；请上传 PNG、JPEG、GIF 或 WebP 图片。",
        $"\"{ShortText.Of(name)}\" is no picture that can be shown; upload a PNG, JPEG, GIF or WebP.");

    public static Diagnostic ImageUnreadable(string name) => Error(
        "image-unreadable",
        $"“{ShortText.Of(name)}”的图片信息无法读取，文件可能已损坏；请换一张图片。",
        $"The picture \"{ShortText.Of(name)}\" cannot be read; it may be damaged. Choose another one.");

    public static Diagnostic TooManyPixels(string name, ImageSize size, long maximum) => Error(
        "too-many-pixels",
        string.Create(CultureInfo.InvariantCulture, $"图片“{ShortText.Of(name)}”有 {size.Width}×{size.Height} 像素，最多 {maximum / 1_000_000} 百万像素；请缩小后重新上传。"),
        string.Create(CultureInfo.InvariantCulture, $"The picture \"{ShortText.Of(name)}\" has {size.Width} × {size.Height} pixels, {maximum / 1_000_000} million at most; make it smaller."));

    public static Diagnostic Interrupted(string name) => Error(
        "interrupted", $"“{ShortText.Of(name)}”没有传完；请重新上传。", $"\"{ShortText.Of(name)}\" did not arrive completely; upload it again.");

    public static Diagnostic NotStored(string name) => Error(
        "not-stored",
        $"服务器现在无法保存“{ShortText.Of(name)}”；请稍后再试，仍不行请联系管理员。",
        $"The server cannot store \"{ShortText.Of(name)}\" now; try again later, and ask an administrator if it stays so.");

    public static Diagnostic TooManyAtOnce(int count, int maximum) => Error(
        "too-many-at-once",
        $"一次选了 {count} 个文件，最多 {maximum} 个；请分几次上传。",
        $"{count} files were chosen at once, {maximum} at most; upload them in several turns.");

    /// <summary>At any door: only an upload brings a file, a text does not.</summary>
    public static Diagnostic FromText(string path) => Error(
        "from-text",
        "这里存放文件，不能用文字填写，也不能从表格导入；请在数据页面上传。",
        "Files are held here, which neither text nor a spreadsheet can fill; upload them on the record's page.",
        path);

    public static Diagnostic Gone(string path, LocalizedText field) => Error(
        "gone",
        $"“{field.Chinese}”中有文件已不存在或不属于您；请移除后重新上传。",
        $"\"{field.In(English)}\" has a file that is gone or not yours; remove it and upload it again.",
        path);

    public static LocalizedText NameOf(FileKind kind) => kind switch
    {
        FileKind.Image => new("图片", "images"),
        FileKind.Pdf => new("PDF", "PDF"),
        FileKind.Document => new("文档", "documents"),
        FileKind.Spreadsheet => new("表格", "spreadsheets"),
        FileKind.Presentation => new("演示文稿", "presentations"),
        FileKind.Text => new("文本", "text"),
        FileKind.Archive => new("压缩包", "archives"),
        FileKind.Audio => new("音频", "audio"),
        FileKind.Video => new("视频", "video"),
        _ => new("其他文件", "other files"),
    };

    private static Diagnostic Error(string code, string chinese, string english, string path = "") => new(Prefix + code, Severity.Error, path, new(chinese, english));
}
