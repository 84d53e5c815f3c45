using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Json;

/// <summary>What can be wrong with the JSON of a definition, in words for the person who wrote it.</summary>
public static class MetadataDiagnostics
{
    public static Diagnostic TooLarge(string path, int megabytes)
        => Error("json.too-large", path,
            $"文件超过 {megabytes} MB 的上限，请拆分为多个文件。",
            $"The file exceeds the limit of {megabytes} MB; split it into several files.");

    public static Diagnostic TooDeep(string path, int levels)
        => Error("json.too-deep", path,
            $"嵌套超过 {levels} 层，请减少层次。",
            $"The nesting exceeds {levels} levels; flatten it.");

    public static Diagnostic Incomplete(string path)
        => Error("json.incomplete", path,
            "内容在这里中断了，请检查是否缺少右括号、引号或属性值。",
            "The text breaks off here; check for a missing closing bracket, quotation mark or value.");

    public static Diagnostic TrailingComma(string path)
        => Error("json.trailing-comma", path,
            "最后一项之后不能有逗号，请删除它。",
            "The last item must not be followed by a comma; delete it.");

    public static Diagnostic Comment(string path)
        => Error("json.comment", path,
            "JSON 中不能写注释，请删除它。",
            "JSON has no comments; delete it.");

    public static Diagnostic ControlCharacter(string path)
        => Error("json.control-character", path,
            "文本中不能直接换行，也不能有控制字符。请检查是否缺少右引号；需要换行时写 \\n。",
            "A text must not hold a line break or control character as such. Check for a missing closing quotation mark; write a line break as \\n.");

    public static Diagnostic Malformed(string path, string found)
        => Error("json.malformed", path,
            $"这里的 “{found}” 不符合 JSON 格式，请检查它前面的逗号、冒号、双引号和括号。",
            $"“{found}” is not valid JSON here; check the commas, colons, double quotes and brackets before it.");

    public static Diagnostic BadText(string path)
        => Error("json.bad-text", path,
            "文本中含有不完整的字符（单独的 \\uD800–\\uDFFF 转义），请重新输入这段文本。",
            "The text holds half a character (a lone \\uD800–\\uDFFF escape); type the text again.");

    public static Diagnostic DuplicateMember(string path, string name)
        => Error("json.duplicate-member", path,
            $"属性 “{name}” 重复出现，请只保留一个。",
            $"The property “{name}” occurs more than once; keep one.");

    /// <param name="nearest">The known name that was probably meant, if there is one.</param>
    /// <param name="known">All known names, told when none is near.</param>
    public static Diagnostic UnknownMember(string path, string name, string? nearest, IEnumerable<string> known)
        => Error("json.unknown-member", path,
            nearest is null ? $"未知的属性 “{name}”，可用的属性：{Chinese(known)}。" : $"未知的属性 “{name}”，是否想写 “{nearest}”？",
            nearest is null
                ? $"Unknown property “{name}”; the known ones are: {English(known)}."
                : $"Unknown property “{name}”; did you mean “{nearest}”?");

    public static Diagnostic MissingMember(string path, string name)
        => Error("json.missing-member", path,
            $"缺少必填的属性 “{name}”，请补上。",
            $"The required property “{name}” is missing; add it.");

    public static Diagnostic WrongType(string path, LocalizedText expected, JsonTokenType found)
        => Error("json.wrong-type", path,
            $"这里应为{expected.Chinese}，实际是{NameOf(found).Chinese}。",
            $"Expected {expected.English} here, found {NameOf(found).English}.");

    public static Diagnostic NotADate(string path, string found)
        => Error("json.not-a-date", path,
            $"这里应为形如 2026-03-05 的日期，“{found}” 不是。",
            $"Expected a date such as 2026-03-05 here; “{found}” is not one.");

    public static Diagnostic NotAMoment(string path, string found)
        => Error("json.not-a-date-time", path,
            $"这里应为形如 2026-03-05T14:30 的日期时间，“{found}” 不是。",
            $"Expected a date and time such as 2026-03-05T14:30 here; “{found}” is not one.");

    public static Diagnostic NotATime(string path, string found)
        => Error("json.not-a-time", path,
            $"这里应为形如 14:30 的时间，“{found}” 不是。",
            $"Expected a time such as 14:30 here; “{found}” is not one.");

    public static Diagnostic NotWhole(string path, string found)
        => Error("json.not-whole", path,
            $"这里应为整数，“{found}” 不是。",
            $"Expected a whole number here; “{found}” is not one.");

    public static Diagnostic OutOfRange(string path, string found, string minimum, string maximum)
        => Error("json.out-of-range", path,
            $"数字 {found} 超出范围，应在 {minimum} 与 {maximum} 之间。",
            $"The number {found} is out of range; it must lie between {minimum} and {maximum}.");

    public static Diagnostic TooManyDigits(string path, int digits)
        => Error("json.too-many-digits", path,
            $"数字过长，最多 {digits} 个字符；更长的编号请写成文本。",
            $"The number is too long, the limit is {digits} characters; write longer codes as text.");

    public static Diagnostic UnknownChoice(string path, string found, string? nearest, IEnumerable<string> allowed)
        => Error("json.unknown-choice", path,
            $"“{found}” 不是可选的值，{(nearest is null ? "" : $"是否想写 “{nearest}”？")}可选的值：{Chinese(allowed)}。",
            $"“{found}” is not an allowed value.{(nearest is null ? "" : $" Did you mean “{nearest}”?")} Allowed: {English(allowed)}.");

    public static Diagnostic TextWithoutLanguage(string path, string found)
        => Error("json.text-without-language", path,
            $"这段文本要注明语言，请写成 {{\"zh-CN\": \"{found}\"}}，需要英文时再加 \"en\"。",
            $"State the language of this text: {{\"zh-CN\": \"{found}\"}}, with \"en\" for its English.");

    public static Diagnostic UnknownLanguage(string path, string found)
        => Error("json.unknown-language", path,
            $"不支持语言 “{found}”，可用的语言：“zh-CN”、“en”。",
            $"The language “{found}” is not supported; the languages are “zh-CN” and “en”.");

    public static Diagnostic TooManyErrors(string path, int shown)
        => Error("json.too-many-errors", path,
            $"错误太多，只列出前 {shown} 个，请先改正它们。",
            $"There are too many errors; only the first {shown} are listed. Mend these first.");

    private static LocalizedText NameOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => new("对象 { }", "an object { }"),
        JsonTokenType.StartArray => new("列表 [ ]", "a list [ ]"),
        JsonTokenType.String => new("文本", "a text"),
        JsonTokenType.Number => new("数字", "a number"),
        JsonTokenType.True or JsonTokenType.False => new(" true/false", "true or false"),
        _ => new("空值 null", "null"),
    };

    private static string Chinese(IEnumerable<string> names) => string.Join("、", names.Select(name => $"“{name}”"));

    private static string English(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"“{name}”"));

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new(code, Severity.Error, path, new LocalizedText(chinese, english));
}
