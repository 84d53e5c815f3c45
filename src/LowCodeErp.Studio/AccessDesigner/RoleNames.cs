using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner;

namespace LowCodeErp.Studio.AccessDesigner;

/// <summary>What the forms and fields of a design are called where a role speaks of them.</summary>
internal static class RoleNames
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static AccessNames In(DesignSession session) => new(
        key => Find(session, key)?.Label ?? new("已不存在的表单", "a form that is gone"),
        (form, key) => Find(session, form) is { } found && FieldsOf(found).FirstOrDefault(field => field.Key == key) is { Label: { } label } ? label : new("已不存在的字段", "a field that is gone"),
        (form, formula) => Find(session, form) is { } found && FormulaPlaces.Of(session, found).OfFilter() is { } place
            ? new(place.Show(formula, Chinese), place.Show(formula, English))
            : new(formula));

    /// <summary>All that a grant can name: the fields of the form, those of sub-tables followed by their columns.</summary>
    public static IEnumerable<(string Key, LocalizedText Label)> FieldsOf(FormDefinition form)
        => form.Fields.SelectMany(field => (FieldLists.ColumnsOf(field) ?? []).Select(column => ($"{field.Key}.{column.Key}", Within(field.Label, column.Label))).Prepend((field.Key, field.Label)));

    private static LocalizedText Within(LocalizedText table, LocalizedText column) => new($"{table.Chinese} · {column.Chinese}", $"{table.In(English)} · {column.In(English)}");

    private static FormDefinition? Find(DesignSession session, string key) => session.Forms.FirstOrDefault(form => form.Key == key);
}
