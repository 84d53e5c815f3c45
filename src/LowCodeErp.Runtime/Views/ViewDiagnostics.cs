using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Views;

/// <summary>What can be wrong with a view, in words for whoever made it.</summary>
public static class ViewDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic UnknownField(string path, LocalizedText view, string key) => Error(
        "unknown-field", path,
        $"视图“{view.Chinese}”用到的字段“{key}”不存在，请改用其他字段或去掉。",
        $"View \"{view.In(English)}\" uses field '{key}', which does not exist; use another field or leave it out.");

    public static Diagnostic NoColumn(string path, LocalizedText view, LocalizedText field) => Error(
        "no-column", path,
        $"视图“{view.Chinese}”不能把“{field.Chinese}”作为列：列表不显示子表单和按钮，请去掉。",
        $"View \"{view.In(English)}\" cannot have \"{field.In(English)}\" as a column: lists show neither sub-tables nor buttons; leave it out.");

    public static Diagnostic WidthOutOfRange(string path, LocalizedText view, LocalizedText field, int least, int most) => Error(
        "width-out-of-range", path,
        $"视图“{view.Chinese}”中“{field.Chinese}”的列宽应在 {least} 到 {most} 个字之间。",
        $"The width of \"{field.In(English)}\" in view \"{view.In(English)}\" should be between {least} and {most} letters.");

    public static Diagnostic NotSortable(string path, LocalizedText view, LocalizedText field) => Error(
        "not-sortable", path,
        $"视图“{view.Chinese}”不能按“{field.Chinese}”排序：子表单和按钮没有可排序的值，请换一个字段。",
        $"View \"{view.In(English)}\" cannot be ordered by \"{field.In(English)}\", since sub-tables and buttons have no value to order by; choose another field.");

    public static Diagnostic NotGroupable(string path, LocalizedText view, LocalizedText field) => Error(
        "not-groupable", path,
        $"视图“{view.Chinese}”不能按“{field.Chinese}”分组：只有选项、关联、日期、是否和较短的文字可以，请换一个字段。",
        $"View \"{view.In(English)}\" cannot be grouped by \"{field.In(English)}\": only choices, references, dates, yes/no and short texts make groups; choose another field.");

    public static Diagnostic NotFilterable(string path, LocalizedText view, LocalizedText field) => Error(
        "not-filterable", path,
        $"视图“{view.Chinese}”不能用“{field.Chinese}”筛选，请换一个字段，或改用公式条件。",
        $"View \"{view.In(English)}\" cannot be filtered by \"{field.In(English)}\"; choose another field, or write a formula.");

    public static Diagnostic InvalidKey(string path, LocalizedText view, string key) => Error(
        "invalid-key", path,
        $"视图“{view.Chinese}”的标识“{key}”无效：只能用小写字母、数字和连字符，以字母开头。",
        $"The key '{key}' of view \"{view.In(English)}\" is invalid: use lower-case letters, digits and hyphens, and begin with a letter.");

    public static Diagnostic DuplicateKey(string path, LocalizedText view, string key) => Error(
        "duplicate-key", path,
        $"视图“{view.Chinese}”的标识“{key}”与另一个视图相同，请改一个。",
        $"View \"{view.In(English)}\" has the key '{key}' of another view; change one of them.");

    public static Diagnostic UnknownDefault(string path, LocalizedText form, string key) => Error(
        "unknown-default", path,
        $"表单“{form.Chinese}”先显示的视图“{key}”不存在，请选择一个有的视图。",
        $"The view '{key}' that form \"{form.In(English)}\" shows first does not exist; choose one that does.");

    public static Diagnostic ColourReadsOthers(string path, LocalizedText view, string what) => Error(
        "colour-reads-others", path,
        $"视图“{view.Chinese}”的颜色条件只能用本条数据自己的字段，不能用“{what}”；请先在表单里加一个公式或查找引用字段，再用它。",
        $"A colour of view \"{view.In(English)}\" may read the record's own fields only, not \"{what}\"; add a formula or lookup field to the form and use that.");

    /// <summary>Of a view, before what is wrong with one of its formulas.</summary>
    public static LocalizedText Owner(LocalizedText view) => new($"视图“{view.Chinese}”", $"View \"{view.In(English)}\"");

    private static Diagnostic Error(string code, string path, string chinese, string english) => new($"view.{code}", Severity.Error, path, new(chinese, english));
}
