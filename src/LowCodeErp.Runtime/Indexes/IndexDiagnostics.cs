using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Indexes;

/// <summary>Why an index is not made or removed, in words for administrators.</summary>
public static class IndexDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic NotAllowed(string actor) => Error("not-allowed", "", new(
        $"“{actor}”不是管理员，不能改动索引。请联系管理员。",
        $"\"{actor}\" is not an administrator and cannot change indexes. Ask an administrator."));

    public static Diagnostic NotSuitable(FieldModel field, LocalizedText obstacle) => Error("not-suitable", Path(field), new(
        $"{obstacle.Chinese}请选择别的字段。",
        $"{obstacle.In(English)} Choose another field."));

    public static Diagnostic WrongFields(FormModel form) => Error("wrong-fields", form.Key, new(
        $"请给出本表单的 1 到 {IndexedFields.MostFields} 个不同的字段。",
        $"Name 1 to {IndexedFields.MostFields} different fields of this form."));

    public static Diagnostic Unknown(string name) => Error("unknown", name, new(
        "没有这样的索引；用 index list 查看现有的。",
        "There is no such index; see index list."));

    public static Diagnostic FormChanged(FormModel form) => Error("form-changed", form.Key, new(
        $"表单“{form.Label.Chinese}”刚刚重新发布过。请刷新后重试。",
        $"Form \"{form.Label.In(English)}\" has just been published anew. Load it again and retry."));

    public static Diagnostic NotBuilt(FormModel form, string reason) => Error("not-built", form.Key, new(
        $"数据库没能为表单“{form.Label.Chinese}”建立索引：{reason}。没有留下任何改动，请稍后重试。",
        $"The database could not make the index of form \"{form.Label.In(English)}\": {reason}. Nothing was left behind; try again later."));

    private static string Path(FieldModel field) => $"{field.Form.Key}.{field.Key}";

    private static Diagnostic Error(string code, string path, LocalizedText message) => new("index." + code, Severity.Error, path, message);
}
