using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Layout;

/// <summary>What can be wrong with the layout of a form, in words for its author.</summary>
public static class LayoutDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic UnknownItem(string path, string type, IEnumerable<string> known) => Error(
        "layout.item.unknown", path,
        $"没有布局项“{type}”；可用的有：{string.Join("、", known)}。",
        $"There is no layout item \"{type}\"; there are {string.Join(", ", known)}.");

    public static Diagnostic FieldTwice(string path, LocalizedText field) => Error(
        "layout.field.twice", path,
        $"字段“{field.Chinese}”在布局中出现了两次，请只保留一处。",
        $"The field \"{field.In(English)}\" stands in the layout twice; keep one place.");

    public static Diagnostic TooDeep(string path, int levels) => Error(
        "layout.too-deep", path,
        $"布局嵌套超过 {levels} 层，请减少层次。",
        $"The layout is nested more than {levels} levels deep; flatten it.");

    public static Diagnostic NoContainer(string path, string type) => Error(
        "layout.items.no-container", path,
        $"布局项“{type}”里面不能再放内容；请删除 items，或改用 section、tabs、columns。",
        $"Nothing can stand inside the layout item \"{type}\"; leave out \"items\", or use section, tabs or columns.");

    public static Diagnostic OnlyItems(string path, string container, string only) => Error(
        "layout.items.only", path,
        $"“{container}”里只能直接放“{only}”；请把这一项放进“{only}”。",
        $"\"{container}\" takes only \"{only}\" directly; put this item into a \"{only}\".");

    public static Diagnostic OnlyWithin(string path, string type, string container) => Error(
        "layout.item.only-within", path,
        $"“{type}”只能直接放在“{container}”里，请移到那里。",
        $"\"{type}\" can stand directly in \"{container}\" only; move it there.");

    public static Diagnostic EmptyContainer(string path, string type) => Error(
        "layout.items.empty", path,
        $"“{type}”里面没有内容；请加入布局项，或删除它。",
        $"There is nothing inside \"{type}\"; add items, or remove it.");

    public static Diagnostic RelatedLines(string path, string form) => Error(
        "layout.related.lines", path,
        $"“{form}”是子表单，没有自己的页面，不能作为相关列表；请改用它所属的表单。",
        $"\"{form}\" is a sub-table without pages of its own and cannot be listed; use the form it belongs to.");

    public static Diagnostic NoReference(string path, LocalizedText field, LocalizedText form) => Error(
        "layout.related.no-reference", path,
        $"字段“{field.Chinese}”没有关联到表单“{form.Chinese}”；请选择指向它的关联字段。",
        $"The field \"{field.In(English)}\" does not refer to the form \"{form.In(English)}\"; choose a reference field that does.");

    public static Diagnostic OutOfRange(string path, int minimum, int maximum) => Error(
        "layout.setting.out-of-range", path,
        $"这里应为 {minimum} 到 {maximum} 之间的整数。",
        $"Enter a whole number from {minimum} to {maximum} here.");

    public static Diagnostic TitleMissing(string path, string type) => Error(
        "layout.title.missing", path,
        $"“{type}”需要文字，请补上，如 {{\"zh-CN\": \"联系方式\"}}。",
        $"\"{type}\" needs a text; add it, such as {{\"zh-CN\": \"联系方式\", \"en\": \"Contact\"}}.");

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new($"metadata.{code}", Severity.Error, path, new LocalizedText(chinese, english));
}
