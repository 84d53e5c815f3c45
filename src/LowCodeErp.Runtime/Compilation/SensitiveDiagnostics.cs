using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>What can be wrong with a sensitive field, in words for the author of its form.</summary>
public static class SensitiveDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic WrongType(string path, LocalizedText field) => Error("field.sensitive.type", path, new(
        $"字段“{field.Chinese}”的类型不能加密保存。只有文本、多行文本、电话、邮箱、网址、统一社会信用代码和条码可以设为敏感；请取消“敏感”或改用这些类型。",
        $"The type of \"{field.In(English)}\" cannot be stored encrypted. Text, several lines, phone, e-mail, link, credit code and barcode can be sensitive; take \"Sensitive\" off or use one of these."));

    public static Diagnostic Computed(string path, LocalizedText field) => Error("field.sensitive.computed", path, new(
        $"字段“{field.Chinese}”的值由系统产生（公式、查找、汇总或自动编号），不能设为敏感。请取消“敏感”。",
        $"The value of \"{field.In(English)}\" is made by the system (a formula, lookup, rollup or number), so it cannot be sensitive. Take \"Sensitive\" off."));

    public static Diagnostic UsedBy(string path, LocalizedText field, LocalizedText use) => Error("field.sensitive.used", path, new(
        $"敏感字段“{field.Chinese}”加密保存，不能用于{use.Chinese}。请换一个字段，或取消它的“敏感”。",
        $"The sensitive field \"{field.In(English)}\" is stored encrypted and cannot serve {use.In(English)}. Choose another field, or take its \"Sensitive\" off."));

    public static Diagnostic KeyTooLong(string path, LocalizedText field, int most) => Error("field.sensitive.key", path, new(
        $"敏感字段“{field.Chinese}”的标识太长，最多 {most} 个字符，因为还要为它建一列用于查找。请缩短标识。",
        $"The key of the sensitive field \"{field.In(English)}\" is too long; at most {most} characters, since it has a second column to be found by. Shorten the key."));

    private static Diagnostic Error(string code, string path, LocalizedText message) => new(code, Severity.Error, path, message);
}
