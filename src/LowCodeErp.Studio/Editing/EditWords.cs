using System.Globalization;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Studio.Editing;

/// <summary>Says what an edit does.</summary>
internal static class EditWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static LocalizedText Of(string chinese, string english, LocalizedText subject)
        => new($"{chinese}“{subject.Chinese}”", $"{english} \"{subject.In(English)}\"");

    /// <param name="plural">What several of them are: 个字段, fields.</param>
    public static LocalizedText Of(string chinese, string english, IReadOnlyList<LocalizedText> subjects, LocalizedText plural)
        => subjects is [var subject]
            ? Of(chinese, english, subject)
            : new($"{chinese} {subjects.Count} {plural.Chinese}", $"{english} {subjects.Count} {plural.In(English)}");
}
