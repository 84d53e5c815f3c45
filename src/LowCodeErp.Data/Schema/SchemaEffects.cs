using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Schema;

/// <summary>What a change does with stored records, counted, for whoever is about to publish it.</summary>
internal static class SchemaEffects
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static LocalizedText KeepsRecords(FormModel form, long count) => new(
        $"表单“{form.Label.Chinese}”的 {count} 条数据不再显示，但会保留，可以恢复。",
        $"{count} records of form \"{form.Label.In(English)}\" are no longer shown, but kept, and can be brought back.");

    public static LocalizedText KeepsValues(FieldModel field, long count) => new(
        $"{Chinese(field)}的 {count} 个值不再显示，但会保留，可以恢复。",
        $"{count} values of {Name(field)} are no longer shown, but kept, and can be brought back.");

    public static LocalizedText BringsRecordsBack(FormModel form, long count) => new(
        $"表单“{form.Label.Chinese}”恢复保留的 {count} 条数据。",
        $"{count} kept records of form \"{form.Label.In(English)}\" come back.");

    public static LocalizedText BringsValuesBack(FieldModel field, long count) => new(
        $"{Chinese(field)}恢复保留的 {count} 个值。",
        $"{count} kept values of {Name(field)} come back.");

    public static LocalizedText Converts(FieldModel field, long converted, long left) => new(
        $"{Chinese(field)}转换 {converted} 个值，{left} 个不能转换；原值保留。",
        $"{converted} values of {Name(field)} are converted, {left} cannot be; the old ones are kept.");

    /// <summary>They stay as they are: nobody has touched them.</summary>
    /// <param name="first">Null for one that may not be told.</param>
    public static LocalizedText NoLongerSuits(FieldModel field, long count, LeftBehindValue? first)
    {
        var example = first is null ? LocalizedText.Empty : new(
            $"例如数据“{first.Record}”的“{first.Value}”：{first.Reason.Chinese}",
            $" For example \"{first.Value}\" of record \"{first.Record}\": {first.Reason.In(English)}");
        return new(
            $"{Chinese(field)}有 {count} 个值不符合新的设置，保持不变，改动时才须改正。{example.Chinese}",
            $"{count} values of {Name(field)} do not suit its new settings; they stay until somebody changes them.{example.In(English)}");
    }

    public static LocalizedText Encrypts(FieldModel field, long count) => new(
        $"{Chinese(field)}加密 {count} 个值。此前的变更历史不可改动，仍是明文；保留的旧列也是，可由管理员清除。",
        $"{count} values of {Name(field)} are encrypted. The history from before cannot be changed and stays readable in the database; so do kept columns, which an administrator can purge.");

    public static LocalizedText Decrypts(FieldModel field, long count) => new(
        $"{Chinese(field)}的 {count} 个值将以明文保存。",
        $"{count} values of {Name(field)} will be stored readable.");

    public static LocalizedText Computes(long records) => new(
        $"按公式重新计算 {records} 条数据。",
        $"{records} records are computed anew.");

    private static string Chinese(FieldModel field) => $"表单“{field.Form.Label.Chinese}”的字段“{field.Label.Chinese}”";

    private static string Name(FieldModel field) => $"field \"{field.Label.In(English)}\" of form \"{field.Form.Label.In(English)}\"";
}
