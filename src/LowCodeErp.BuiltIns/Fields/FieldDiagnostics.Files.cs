using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.BuiltIns.Fields;

/// <summary>Of fields that hold files.</summary>
public static partial class FieldDiagnostics
{
    public static Diagnostic FileSizeOutOfRange(string path, int most) => Error(
        "field.file.size-setting", path,
        $"文件大小上限必须在 1 到 {most} MB 之间。",
        $"The largest size of a file must be between 1 and {most} MB.");

    public static Diagnostic MegapixelsOutOfRange(string path, int most) => Error(
        "field.image.pixels-setting", path,
        $"图片像素上限必须在 1 到 {most} 百万之间。",
        $"The most pixels of a picture must be between 1 and {most} million.");

    public static Diagnostic KindRepeated(string path) => Error(
        "field.attachment.kind-repeated", path,
        "允许的文件类型重复了；请只写一次。",
        "A kind of files is named twice; name it once.");
}
