using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Importing;

/// <summary>What can be wrong with an import as a whole; problems of single rows come from the save pipeline.</summary>
public static class ImportDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic SheetUnknown(string sheet, IEnumerable<string> known) => Error(
        "sheet.unknown",
        $"没有名为“{sheet}”的工作表；文件中有：{string.Join("、", known)}。",
        $"There is no sheet \"{sheet}\"; the file has {string.Join(", ", known)}.");

    public static Diagnostic HeaderRowEmpty(int row) => Error(
        "header.empty",
        $"第 {row} 行是空的，不能作为标题行；请指定列名所在的行。",
        $"Row {row} is empty and cannot hold the column names; name the row that does.");

    public static Diagnostic FieldUnknown(LocalizedText form, string field, IEnumerable<string> known) => Error(
        "field.unknown",
        $"表单“{form.Chinese}”没有字段“{field}”；可用的有：{string.Join("、", known)}。",
        $"Form \"{form.In(English)}\" has no field \"{field}\"; there are {string.Join(", ", known)}.");

    public static Diagnostic FieldComputed(LocalizedText field) => Error(
        "field.computed",
        $"“{field.Chinese}”由公式得出，不能导入；请去掉这一列的对应关系。",
        $"\"{field.In(English)}\" is computed by a formula and cannot be imported; leave it out of the mapping.");

    public static Diagnostic FieldRolledUp(LocalizedText field) => Error(
        "field.rollup",
        $"“{field.Chinese}”由别的数据汇总得出，不能导入；请去掉这一列的对应关系。",
        $"\"{field.In(English)}\" is added up from other records and cannot be imported; leave it out of the mapping.");

    public static Diagnostic RequiredFiles(LocalizedText field) => Error(
        "required-files",
        $"必填字段“{field.Chinese}”存放文件，表格中填不了，所以不能导入新数据；请在页面上新建，或按关键字段更新已有数据。",
        $"The required field \"{field.In(English)}\" holds files, which no spreadsheet can fill, so new records cannot be imported; enter them on their page, or update existing records by a key.");

    public static Diagnostic ColumnUnknown(string column, IReadOnlyList<string> known) => Error(
        "column.unknown",
        $"文件中没有“{column}”这一列；现有的列：{string.Join("、", known)}。",
        $"The file has no column \"{column}\"; its columns are {string.Join(", ", known)}.");

    public static Diagnostic NothingMapped(LocalizedText form) => Error(
        "nothing-mapped",
        $"没有一列对应到表单“{form.Chinese}”的字段；请在对应关系中指定。",
        $"No column belongs to a field of form \"{form.In(English)}\"; say which one goes where.");

    public static Diagnostic RequiredNotMapped(LocalizedText field) => Error(
        "required-not-mapped",
        $"必填字段“{field.Chinese}”没有对应的列；请指定一列。",
        $"The required field \"{field.In(English)}\" has no column; choose one.");

    public static Diagnostic KeyNotMapped(LocalizedText field) => Error(
        "key-not-mapped",
        $"用来识别数据的字段“{field.Chinese}”没有对应的列；请指定一列。",
        $"The field \"{field.In(English)}\", by which records are recognised, has no column; choose one.");

    public static Diagnostic KeyNotUnique(LocalizedText field, IEnumerable<string> known) => Error(
        "key-not-unique",
        $"“{field.Chinese}”允许重复，不能用来识别数据；可用的字段：{string.Join("、", known)}。",
        $"\"{field.In(English)}\" may occur twice, so records cannot be recognised by it; fields that can: {string.Join(", ", known)}.");

    public static Diagnostic MatchFieldUnknown(string field, string match) => Error(
        "match-unknown",
        $"“{field}”不是关联字段，或它关联的表单没有文本字段“{match}”。",
        $"\"{field}\" is no reference, or the form it refers to has no text field \"{match}\".");

    public static Diagnostic NoDate(string field) => Error(
        "no-date",
        $"“{field}”不是日期字段，不能按 Excel 的日期序号读取。",
        $"\"{field}\" is no date, so Excel's numbers of days cannot be read into it.");

    public static Diagnostic CannotCreateMissing(string field) => Error(
        "cannot-create",
        $"“{field}”不是关联字段，不能自动新建。",
        $"\"{field}\" is no reference, so nothing can be created for it.");

    public static Diagnostic NotAllowed(string name) => Error(
        "not-allowed",
        $"“{name}”没有导入权限；请联系管理员，在角色中授予本表单的导入权限。",
        $"\"{name}\" may not import; ask an administrator for a role that allows importing into this form.");

    public static Diagnostic NoRows() => Error(
        "no-rows",
        "文件中除标题外没有数据。",
        "The file holds no rows besides its header.");

    public static Diagnostic ChangedMeanwhile(int first, int last) => Error(
        "changed-meanwhile",
        $"第 {first} 到 {last} 行中有数据刚被别人修改；请重新导入。",
        $"Somebody changed a record of rows {first} to {last} just now; please import again.");

    private static Diagnostic Error(string code, string chinese, string english)
        => new("import." + code, Severity.Error, "", new(chinese, english));
}
