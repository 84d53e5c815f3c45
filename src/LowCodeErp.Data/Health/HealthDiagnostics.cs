using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Model;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Health;

/// <summary>What can be wrong with stored data, in words for the operator. The path names the table or column.</summary>
public static class HealthDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic Unpublishable(Diagnostic diagnostic) => diagnostic with
    {
        Code = "health.definitions",
        Message = new($"已发布的定义不能运行：{diagnostic.Message.Chinese}", $"The published definitions cannot run: {diagnostic.Message.In(English)}"),
    };

    public static Diagnostic FileDamaged(string detail) => Error("file", "", new(
        $"数据库文件已损坏：{detail}。请停止写入，并从备份恢复。",
        $"The database file is damaged: {detail}. Stop writing to it and restore a backup."));

    public static Diagnostic TableMissing(FormModel form) => Error("table-missing", form.Table, new(
        $"表单“{form.Label.Chinese}”的表 {form.Table} 不存在。请从备份恢复。",
        $"Table {form.Table} of form \"{form.Label.In(English)}\" does not exist. Restore a backup."));

    public static Diagnostic ColumnMissing(FormModel form, string column) => Error("column-missing", $"{form.Table}.{column}", new(
        $"表 {form.Table} 缺少列 {column}。请从备份恢复。",
        $"Table {form.Table} lacks the column {column}. Restore a backup."));

    public static Diagnostic ColumnRetyped(FormModel form, string column, string expected, string found) => Error("column-type", $"{form.Table}.{column}", new(
        $"列 {form.Table}.{column} 的类型应为 {expected}，实为 {found}。请撤销在系统之外对表的改动。",
        $"Column {form.Table}.{column} should be {expected} but is {found}. Undo what was changed in the table from outside."));

    public static Diagnostic Orphans(FieldModel field, long count) => Error("reference", Path(field), new(
        $"{Place(field).Chinese}有 {count} 条数据指向不存在的记录。请从备份恢复被删除的记录，或改正这些关联。",
        $"{count} records refer to something that does not exist in {Place(field).In(English)}. Restore what was deleted, or correct the references."));

    public static Diagnostic FileContentsMissing(long count) => Error("file-contents", FileTable.Name, new(
        $"有 {count} 个文件的内容丢失或不完整。请检查设置 Files 和 FilesFolder 指向的文件夹，或从备份恢复。",
        $"The contents of {count} files are missing or incomplete. Check the folder that the settings Files and FilesFolder name, or restore a backup."));

    public static Diagnostic FilesOfOthers(FieldModel field, long count) => Error("file-holder", Path(field), new(
        $"{Place(field).Chinese}引用了 {count} 个不属于该数据的文件，可能有人绕过系统改过数据。请打开这些数据，移除后重新上传。",
        $"{Place(field).In(English)} names {count} files that do not belong to its record; somebody may have changed records past the system. Open these records, remove the files and upload them again."));

    public static Diagnostic FilesUnheld(FieldModel field, long count) => Error("file-unheld", Path(field), new(
        $"有 {count} 个文件记在{Place(field).Chinese}名下，数据中却没有它们，可能有人绕过系统改过数据。请从备份恢复，或彻底删除这些数据。",
        $"{count} files are noted for {Place(field).In(English)}, but no record has them; somebody may have changed records past the system. Restore a backup, or delete the records for ever."));

    public static Diagnostic LinesWithoutParent(FormModel lines, long count) => Error("line-parent", lines.Table, new(
        $"子表单“{lines.Label.Chinese}”有 {count} 行所属的记录已删除或不存在，行本身却未删除。请恢复记录，或删除这些行。",
        $"{count} lines of \"{lines.Label.In(English)}\" are alive although their record is deleted or missing. Restore the record or delete the lines."));

    public static Diagnostic Duplicates(FieldModel field, long count) => Error("not-unique", Path(field), new(
        $"{Place(field).Chinese}应唯一，但有 {count} 个值重复。请改正这些数据。",
        $"{Place(field).In(English)} should be unique, but {count} values are there more than once. Correct these records."));

    public static Diagnostic IndexUnusable(string table, string name) => Error("index", $"{table}.{name}", new(
        $"表 {table} 的索引 {name} 没有建完，查询不会使用它。请用 index remove 删除后重新建立。",
        $"Index {name} of table {table} was not made to the end, and no query uses it. Remove it with index remove and add it again."));

    public static Diagnostic FormulaDiffers(FieldModel field, long count, long firstId) => Error("formula", Path(field), new(
        $"{Place(field).Chinese}有 {count} 条数据（第一条 id 为 {firstId}）的值与公式的结果不符，可能有人绕过系统改过数据。请打开这些数据重新保存。",
        $"{count} records (the first has id {firstId}) hold another value than the formula gives in {Place(field).In(English)}; somebody may have changed them past the system. Open and save these records again."));

    public static Diagnostic RollupDiffers(FieldModel field, long count, long firstId) => Error("rollup", Path(field), new(
        $"{Place(field).Chinese}有 {count} 条数据（第一条 id 为 {firstId}）的值与被汇总的数据不符，可能有人绕过系统改过数据。请改动并保存任一条被汇总的数据，或重新发布该字段。",
        $"{count} records (the first has id {firstId}) hold another value than the records rolled up give in {Place(field).In(English)}; somebody may have changed them past the system. Change and save one of the records that are rolled up, or publish the field anew."));

    public static Diagnostic VersionsWrong(FormModel form, long count) => Error("version", form.Table, new(
        $"表单“{form.Label.Chinese}”有 {count} 条数据的版本号与历史记录不符，可能有人绕过系统改过数据或历史。",
        $"The version of {count} records of form \"{form.Label.In(English)}\" does not agree with their history; somebody may have changed records or history past the system."));

    public static Diagnostic Unreadable(FieldModel field, long count, long first) => Error("unreadable", Path(field), new(
        $"{Place(field).Chinese}有 {count} 个值无法解密，或查找用的索引列与它不符，第一条是第 {first} 号数据：被改动或移动过。请从备份恢复这些值。",
        $"{count} values of {Place(field).English} cannot be decrypted, or their index column does not suit them, first in record {first}: they were changed or moved. Bring them back from a backup."));

    public static Diagnostic RecordsMissing(FormModel form, long count) => Error("record-missing", form.Table, new(
        $"表单“{form.Label.Chinese}”有 {count} 条数据有历史记录，本身却不存在，也没有被彻底删除过。请从备份恢复。",
        $"{count} records of form \"{form.Label.In(English)}\" have a history but are gone, and were never deleted for ever. Restore a backup."));

    public static Diagnostic IdsNotAllocated(string table, long found, long next) => Error("ids", table, new(
        $"{table} 中有 id {found}，但编号只分配到 {next} 之前；新数据可能重号。请把 sys_id_block 的 next 调到更大。",
        $"{table} holds id {found}, but ids are allocated only below {next}; new records could take it again. Raise next in sys_id_block."));

    public static Diagnostic TiersWithoutRun(long count) => Error("tier-run", "sys_tier_current", new(
        $"有 {count} 个当前等级指向不存在的分级计算。请重新运行分级。",
        $"{count} current tiers point to a tier run that does not exist. Run the tiering again."));

    private static LocalizedText Place(FieldModel field) => new(
        $"表单“{field.Form.Label.Chinese}”的字段“{field.Label.Chinese}”",
        $"field \"{field.Label.In(English)}\" of form \"{field.Form.Label.In(English)}\"");

    private static string Path(FieldModel field) => $"{field.Form.Table}.{field.Column}";

    private static Diagnostic Error(string code, string path, LocalizedText message) => new("health." + code, Severity.Error, path, message);
}
