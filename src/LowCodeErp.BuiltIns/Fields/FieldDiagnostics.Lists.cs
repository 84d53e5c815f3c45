using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;

namespace LowCodeErp.BuiltIns.Fields;

/// <summary>What fields of several values can object to.</summary>
public static partial class FieldDiagnostics
{
    public static Diagnostic TooManyItems(string path, int count, int maximum)
        => Error("field.list.too-many", path, $"共 {count} 项，最多允许 {maximum} 项。请移除一些。", $"There are {count} items, at most {maximum} are allowed. Remove some.");

    public static Diagnostic TagTooLong(string path, string tag, int maximum)
        => Error("field.tags.too-long", path, $"标签{Quote(InputValue.Of(tag), "“", "”")}太长，最多 {maximum} 个字。请缩短。", $"The tag {Quote(InputValue.Of(tag))} is too long; at most {maximum} characters. Shorten it.");

    public static Diagnostic TagUnknown(string path, string tag, IEnumerable<string> vocabulary)
    {
        var known = string.Join('、', vocabulary);
        return Error("field.tags.unknown", path, $"没有{Quote(InputValue.Of(tag), "“", "”")}这个标签。可选：{known}。", $"{Quote(InputValue.Of(tag))} is not a tag that may be used. Choose from: {known}.");
    }

    public static Diagnostic ItemLimitOutOfRange(string path, int limit)
        => Error("field.list.limit", path, $"数量上限应在 1 到 {limit} 之间。", $"The limit of items must lie between 1 and {limit}.");

    public static Diagnostic OptionHasSeparator(string path, string name)
        => Error("field.multi-choice.separator", path, $"多选的选项“{name}”带有逗号、顿号或分号，导入时会被拆开。请改名。", $"The option '{name}' has a comma or semicolon in it, at which imports would take it apart. Rename it.");

    public static Diagnostic VocabularyTagInvalid(string path, string tag, int maximum)
        => Error("field.tags.vocabulary", path, $"标签“{tag}”无效：不能为空或重复，不能带逗号、顿号或分号，最多 {maximum} 个字。", $"The tag '{tag}' is not valid: no blanks, no repetition, no commas or semicolons, at most {maximum} characters.");

    public static Diagnostic VocabularyMissing(string path)
        => Error("field.tags.no-vocabulary", path, "只允许用词表中的标签，但词表是空的。请填写词表。", "Only tags of the vocabulary are allowed, but it is empty. Fill it in.");
}
