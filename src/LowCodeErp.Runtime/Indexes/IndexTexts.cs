using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Indexes;

/// <summary>Why no index can serve a part of a query, in words for whoever made it.</summary>
internal static class IndexTexts
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static LocalizedText IsSearched => new("快速搜索要在所有文字里逐条查找。", "The quick search looks through the texts of every record.");

    public static LocalizedText IsOrderedBySeveral => new("按几个部分排序时不能用索引。", "An order by several parts cannot use an index.");

    public static LocalizedText IsGroupedWidely => new("分组时求和的字段太多，放不进一个索引。", "Too many fields are summed in the groups for one index.");

    public static LocalizedText IsAlternative => new("“或者”连接的不同字段的条件要逐条判断。", "Conditions of different fields joined by \"or\" are judged record by record.");

    public static LocalizedText IsFormula => new(
        "筛选公式里没有“字段 = 值”或“字段 > 值”这样能用索引的条件。",
        "The formula has no condition like \"field = value\" or \"field > value\" that an index could serve.");

    public static LocalizedText IsLive(FieldModel field) => new(
        $"“{field.Label.Chinese}”是读取时才计算的字段，不能建索引。",
        $"\"{Name(field)}\" is computed whenever it is read, so that it cannot have an index.");

    public static LocalizedText HasNoColumn(FieldModel field) => new(
        $"“{field.Label.Chinese}”由几个部分或多行组成，不能建索引；请用其中一个部分。",
        $"\"{Name(field)}\" consists of parts or lines and cannot have an index; use one of its parts.");

    public static LocalizedText IsList(FieldModel field) => new(
        $"“{field.Label.Chinese}”可以有多个值，不能建索引。",
        $"\"{Name(field)}\" holds several values, so that it cannot have an index.");

    public static LocalizedText IsLong(FieldModel field) => new(
        $"“{field.Label.Chinese}”的文字可能超过 {IndexedFields.LongestText} 个字，不能建索引。",
        $"The text of \"{Name(field)}\" may be longer than {IndexedFields.LongestText} characters, so that it cannot have an index.");

    public static LocalizedText IsContained(FieldModel field) => new(
        $"“{field.Label.Chinese}”按“包含”筛选要逐条查找文字。",
        $"Whether \"{Name(field)}\" contains a text is looked up record by record.");

    public static LocalizedText IsExcluded(FieldModel field) => new(
        $"“{field.Label.Chinese}”按“不等于”或“不为空”筛选，几乎所有数据都符合。",
        $"Nearly every record meets a \"not equal\" or \"not blank\" of \"{Name(field)}\".");

    public static LocalizedText IsElsewhere(FieldPath path) => new(
        $"“{path.Field.Label.Chinese}”在另一个表单里，要逐条对应。",
        $"\"{Name(path.Field)}\" belongs to another form and is looked up record by record.");

    public static LocalizedText IsOrderedByTitle(FieldModel field) => new(
        $"按“{field.Label.Chinese}”排序用的是另一个表单的标题，不能建索引。",
        $"The order by \"{Name(field)}\" is that of titles in another form, which cannot be in an index.");

    private static string Name(FieldModel field) => field.Label.In(English);
}
