using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.UI.Extending;

namespace LowCodeErp.Portal.Forms;

/// <summary>What is wrong with a field, as it is told away from it: with the name of the field, and of a line its number.</summary>
public static class FieldProblem
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static LocalizedText Describe(RecordDraft draft, Diagnostic problem)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(problem);
        var place = FieldTarget.PlaceOf(draft, problem.Path);
        var named = Name(place?.Column?.Label ?? (place?.Line is null ? place?.Field.Label : null), problem.Message);
        return place is { Line: { } line, Field.Label: var lines }
            ? new($"{lines.Chinese}第 {line + 1} 行，{named.Chinese}", $"{lines.In(English)}, line {line + 1}: {named.In(English)}")
            : named;
    }

    /// <summary>Many messages name their field already.</summary>
    private static LocalizedText Name(LocalizedText? field, LocalizedText message) => field is null ? message : new(
        message.Chinese.Contains($"“{field.Chinese}”", StringComparison.Ordinal) ? message.Chinese : $"{field.Chinese}：{message.Chinese}",
        message.In(English).Contains($"\"{field.In(English)}\"", StringComparison.Ordinal) ? message.In(English) : $"{field.In(English)}: {message.In(English)}");
}
