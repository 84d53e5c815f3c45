using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Formulas.Json;

/// <summary>What can be wrong with a record that is given as JSON; the path is that of the member.</summary>
public static class RecordJsonDiagnostics
{
    public static Diagnostic NotJson(JsonException exception) => Error("not-json", "--record",
        $"第 {Line(exception)} 行第 {Position(exception)} 个字节处不是正确的 JSON。请写成 {{\"数量\": 3}} 的样子，并检查命令行的引号。",
        $"This is not valid JSON at line {Line(exception)}, byte {Position(exception)}. Write it like {{\"quantity\": 3}} and check the quotes of your shell.");

    public static Diagnostic HalfACharacter(string path) => Error("half-a-character", path,
        "文本里有半个字符（例如单独的 \\ud800）。请写出完整的字符，或把两半写在一起，例如 \\ud83d\\ude00。",
        "A text contains half a character, such as a lone \\ud800. Write the character itself or both of its halves, such as \\ud83d\\ude00.");

    public static Diagnostic NotAnObject(string path) => Error("not-an-object", path,
        "这里应是一条数据，写成 {\"数量\": 3} 的样子。",
        "A record is wanted here, written like {\"quantity\": 3}.");

    public static Diagnostic MixedKinds(string path) => Error("mixed-kinds", path,
        "同一个字段的值种类不同。请统一写成数字、文本、真假值或对象。",
        "The values of one field are of different kinds. Write all of them as numbers, texts, booleans or objects.");

    public static Diagnostic UnknownField(string path, IEnumerable<string> known) => Error("unknown-field", path,
        $"表单没有这个字段；可用的有：{string.Join("、", known)}。",
        $"The form has no such field; there are {string.Join(", ", known)}.");

    public static Diagnostic GivenTwice(string path) => Error("given-twice", path,
        "这个字段写了两次，请删掉一个。",
        "This field is given twice; remove one of them.");

    public static Diagnostic WrongValue(string path, LocalizedText wanted) => Error("wrong-value", path,
        $"这里应是{wanted.Chinese}。",
        $"This should be {wanted.English}.");

    private static long Line(JsonException exception) => (exception.LineNumber ?? 0) + 1;

    private static long Position(JsonException exception) => (exception.BytePositionInLine ?? 0) + 1;

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new($"record-json.{code}", Severity.Error, path, new(chinese, english));
}
