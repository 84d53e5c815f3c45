using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Schema;

/// <summary>Why the tables cannot be changed to what an author wants, in words for that author.</summary>
public static class SchemaDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic NotSupported(string table, string operation) => new("schema.not-supported", Severity.Error, table, new(
        $"表“{table}”需要的改动（{operation}）不能在不重建表的情况下完成，已停止发布，数据未变。请保留原字段，另建一个新字段。",
        $"Table '{table}' would need a change ({operation}) that cannot be made without rebuilding it. Nothing was published or changed; keep the field as it was and add a new one."));

    public static Diagnostic Retyped(FieldModel field) => Error("schema.field.retyped", field, (form, name) => new(
        $"表单“{form.Chinese}”的字段“{name.Chinese}”已有数据列，不能改成另一种存储类型。请保留原类型，或用新的标识另建一个字段。",
        $"Field \"{name.In(English)}\" of form \"{form.In(English)}\" has a column already, which cannot take another type of data. Keep the type, or add a field with a new key."));

    public static Diagnostic Retargeted(FieldModel field) => Error("schema.field.retargeted", field, (form, name) => new(
        $"表单“{form.Chinese}”的字段“{name.Chinese}”已关联到另一个表单，不能改变关联对象。请用新的标识另建一个关联字段。",
        $"Field \"{name.In(English)}\" of form \"{form.In(English)}\" refers to another form already, and cannot be pointed elsewhere. Add a reference field with a new key."));

    public static Diagnostic LinesChanged(FormModel form) => new("schema.form.lines-changed", Severity.Error, form.Key, new(
        $"“{form.Label.Chinese}”（{form.Key}）不能在独立表单与子表单之间转换。请换一个标识。",
        $"\"{form.Label.In(English)}\" ({form.Key}) cannot turn from a form of its own into a sub-table's lines or back. Choose another key."));

    public static Diagnostic ValuesNotUnique(FieldModel field, long count) => Error("schema.field.not-unique", field, (form, name) => new(
        $"表单“{form.Chinese}”的字段“{name.Chinese}”不能设为唯一：已有 {count} 个值重复。请先改正这些数据。",
        $"Field \"{name.In(English)}\" of form \"{form.In(English)}\" cannot be made unique: {count} values are there more than once. Correct these records first."));

    public static Diagnostic ValuesTooLarge(FieldModel field, long count) => Error("schema.field.too-narrow", field, (form, name) => new(
        $"表单“{form.Chinese}”的字段“{name.Chinese}”不能缩小：已有 {count} 条数据放不下。请先改正这些数据，或放宽长度、位数。",
        $"Field \"{name.In(English)}\" of form \"{form.In(English)}\" cannot be made smaller: {count} records hold values that would not fit. Correct them first, or allow more characters or digits."));

    private static Diagnostic Error(string code, FieldModel field, Func<LocalizedText, LocalizedText, LocalizedText> message)
        => new(code, Severity.Error, $"{field.Form.Key}.{field.Key}", message(field.Form.Label, field.Label));
}
