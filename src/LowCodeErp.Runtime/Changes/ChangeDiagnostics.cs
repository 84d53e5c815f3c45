using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Changes;

/// <summary>Why a change of a design cannot be published.</summary>
public static class ChangeDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic FieldInUse(string path, LocalizedText form, LocalizedText field, IReadOnlyList<LocalizedText> places) => new("publish.field-in-use", Severity.Error, path, new(
        $"表单“{form.Chinese}”的字段“{field.Chinese}”仍被使用，不能删除：{Chinese(places)}。请先改掉这些地方。",
        $"Field \"{field.In(English)}\" of form \"{form.In(English)}\" is still used and cannot be removed: {Join(places)}. Change these places first."));

    public static Diagnostic FormInUse(string path, LocalizedText form, IReadOnlyList<LocalizedText> places) => new("publish.form-in-use", Severity.Error, path, new(
        $"表单“{form.Chinese}”仍被使用，不能删除：{Chinese(places)}。请先改掉这些地方。",
        $"Form \"{form.In(English)}\" is still used and cannot be removed: {Join(places)}. Change these places first."));

    /// <summary>For whoever is about to publish: what else a changed field has a part in.</summary>
    public static LocalizedText Uses(LocalizedText form, LocalizedText field, IReadOnlyList<LocalizedText> places) => new(
        $"表单“{form.Chinese}”的字段“{field.Chinese}”用于：{Chinese(places)}",
        $"Field \"{field.In(English)}\" of form \"{form.In(English)}\" is used by: {Join(places)}");

    private static string Chinese(IEnumerable<LocalizedText> places) => string.Join("、", places.Select(place => place.Chinese).Distinct());

    private static string Join(IEnumerable<LocalizedText> places) => string.Join(", ", places.Select(place => place.In(English)).Distinct());
}
