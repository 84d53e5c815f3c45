using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Data.Schema;

/// <summary>Why the tables cannot be changed to what an author wants, in words for that author.</summary>
public static class SchemaDiagnostics
{
    private const int LongestQuote = 60;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic NotSupported(string table, string operation) => new("schema.not-supported", Severity.Error, table, new(
        $"表“{table}”需要的改动（{operation}）不能在不重建表的情况下完成，已停止发布，数据未变。请保留原字段，另建一个新字段。",
        $"Table '{table}' would need a change ({operation}) that cannot be made without rebuilding it. Nothing was published or changed; keep the field as it was and add a new one."));

    public static Diagnostic LinesChanged(FormModel form) => new("schema.form.lines-changed", Severity.Error, form.Key, new(
        $"“{form.Label.Chinese}”（{form.Key}）不能在独立表单与子表单之间转换。请换一个标识。",
        $"\"{form.Label.In(English)}\" ({form.Key}) cannot turn from a form of its own into a sub-table's lines or back. Choose another key."));

    public static Diagnostic SensitiveChanged(FieldModel field) => Error("schema.field.sensitive-changed", field, (form, name) => new(
        $"表单“{form.Chinese}”的字段“{name.Chinese}”不能同时改变“敏感”和类型或设置，敏感字段也不能直接改变类型。请分两次发布：先取消“敏感”，再改类型，最后重新设为敏感。",
        $"Field \"{name.In(English)}\" of form \"{form.In(English)}\" cannot change \"Sensitive\" together with its type or settings, nor its type while it is sensitive. Publish step by step: take \"Sensitive\" off, change the type, then make it sensitive again."));

    /// <param name="examples">Values with how often each is there.</param>
    public static Diagnostic ValuesNotUnique(FieldModel field, long count, IReadOnlyList<string> examples) => Error("schema.field.not-unique", field, (form, name) => new(
        $"表单“{form.Chinese}”的字段“{name.Chinese}”不能设为唯一：已有 {count} 个值重复：{List(examples, count)}。请先改正这些数据。",
        $"Field \"{name.In(English)}\" of form \"{form.In(English)}\" cannot be made unique: {count} values are there more than once: {List(examples, count)}. Correct these records first."));

    /// <param name="examples">What people call the records.</param>
    public static Diagnostic ValuesMissing(FieldModel field, long count, IReadOnlyList<string> examples) => Error("schema.field.blank", field, (form, name) => new(
        $"表单“{form.Chinese}”的字段“{name.Chinese}”不能设为必填：{count} 条数据没有填写：{List(examples, count)}。请先补填这些数据。",
        $"Field \"{name.In(English)}\" of form \"{form.In(English)}\" cannot be made required: {count} records leave it blank: {List(examples, count)}. Fill it in first."));

    public static Diagnostic RequiredIsNew(FieldModel field, long count) => new("schema.field.required-new", Severity.Warning, PathOf(field), new(
        $"表单“{field.Form.Label.Chinese}”的新字段“{field.Label.Chinese}”是必填的，已有 {count} 条数据没有它的值；下次修改这些数据时须填写。",
        $"The new field \"{field.Label.In(English)}\" of form \"{field.Form.Label.In(English)}\" is required and blank in {count} records; whoever changes one of them next has to fill it in."));

    internal static Diagnostic LeftBehind(FieldModel field, LeftBehindValue value) => Error("schema.field.left-behind", field, (form, name) => new(
        $"表单“{form.Chinese}”的数据“{value.Record}”（{value.Id} 号）：字段“{name.Chinese}”的值“{Cut(value.Value)}”不能转换：{value.Reason.Chinese}",
        $"Record \"{value.Record}\" ({value.Id}) of \"{form.In(English)}\": the value \"{Cut(value.Value)}\" of \"{name.In(English)}\" cannot be converted: {value.Reason.In(English)}"));

    public static Diagnostic LeftBehind(FieldModel field, long count) => Error(PublishResult.LeftBehindCode, field, (form, name) => new(
        $"表单“{form.Chinese}”的字段“{name.Chinese}”有 {count} 个值不能转换。请先改正它们；或选择继续，这些值将留在保留的旧列中。",
        $"{count} values of field \"{name.In(English)}\" of form \"{form.In(English)}\" cannot be converted. Correct them first; or choose to go on, and they stay in the kept column."));

    /// <summary>The texts joined, with what is left out.</summary>
    private static string List(IReadOnlyList<string> examples, long count)
        => string.Join("、", examples.Select(Cut)) + (count > examples.Count ? "…" : "");

    private static string Cut(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";

    private static Diagnostic Error(string code, FieldModel field, Func<LocalizedText, LocalizedText, LocalizedText> message)
        => new(code, Severity.Error, PathOf(field), message(field.Form.Label, field.Label));

    private static string PathOf(FieldModel field) => $"{field.Form.Key}.{field.Key}";
}
