using System.Globalization;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.UI.Extending;

/// <summary>What people are told of a draft that was carried over to another state of its record or form.</summary>
internal static class DraftNotes
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static LocalizedText FieldLost(LocalizedText field, string value) => new(
        $"表单中已没有能放下“{field.Chinese}”的字段，草稿中的“{ShortText.Of(value)}”没有带过来。",
        $"The form no longer has a field for \"{field.In(English)}\"; \"{ShortText.Of(value)}\" was not carried over.");

    public static LocalizedText LinesLost(LocalizedText subTable, int count) => new(
        $"表单中已没有子表单“{subTable.Chinese}”，草稿中的 {count} 行没有带过来。",
        $"The form no longer has the sub-table \"{subTable.In(English)}\"; {count} lines were not carried over.");

    public static LocalizedText LineGone(LocalizedText subTable, string values) => new(
        $"“{subTable.Chinese}”中的一行已被别人删除，草稿中对它的修改没有带过来：{ShortText.Of(values)}。",
        $"A line of \"{subTable.In(English)}\" was deleted by somebody else; what you entered there was not carried over: {ShortText.Of(values)}.");

    public static LocalizedText ChangedMeanwhile(LocalizedText field, string stored, string value) => new(
        $"“{field.Chinese}”在此期间已被改为“{ShortText.Of(stored)}”；这里填入的是草稿中的“{ShortText.Of(value)}”，保存后以它为准。",
        $"\"{field.In(English)}\" was changed to \"{ShortText.Of(stored)}\" meanwhile; your \"{ShortText.Of(value)}\" stands here and replaces it when you save.");
}
