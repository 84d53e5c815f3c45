using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.Runtime.Inference;

/// <summary>Says what speaks for the type of a column, with numbers.</summary>
internal sealed class InferenceTexts(ColumnTally tally, HeaderWords words)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public IReadOnlyList<LocalizedText> Explain(IFieldType type, TypeFit proposed)
        => tally.Values == 0 ? [new("这一列没有值", "The column has no values")]
            : [.. Counts(ExtensionName.Of(type), proposed), .. Reasons(proposed)];

    /// <param name="share">Of the different values that were looked for.</param>
    public static LocalizedText Found(LocalizedText form, int found, int share)
        => new($"{N(share)} 种值中有 {N(found)} 种在“{form.Chinese}”中找到，作为关联", $"{N(found)} of {N(share)} different values were found in \"{form.In(English)}\": a reference");

    private IEnumerable<LocalizedText> Counts(LocalizedText type, TypeFit proposed)
    {
        var name = type.In(English).ToLowerInvariant();
        yield return proposed.Type == "choice"
            ? new($"共 {N(tally.Values)} 个值，{N(tally.Distinct.Count)} 种，作为{type.Chinese}", $"{N(tally.Values)} values, {N(tally.Distinct.Count)} different: {name}")
            : new($"共 {N(tally.Values)} 个值，作为{type.Chinese}", $"{N(tally.Values)} values: {name}");
        if (FitTexts.Misfits(type, proposed) is { } misfits)
        {
            yield return misfits;
        }

        if (tally.Blanks > 0)
        {
            yield return new($"{N(tally.Blanks)} 行为空", $"{N(tally.Blanks)} rows are blank");
        }
    }

    private IEnumerable<LocalizedText> Reasons(TypeFit proposed)
    {
        if (proposed.Type == "text" && tally.LeadingZeros > 0)
        {
            yield return new("有以 0 开头的数字，保持为文本", "Some digits begin with 0, so they stay text");
        }

        if (proposed.Type == "date" && tally.Serials == tally.Values && words.SayDate)
        {
            yield return new("数字按 Excel 的日期序号读取", "The numbers are taken for days as Excel counts them");
        }

        if (tally.Distinct.AllDiffer && proposed.Type is "text" or "credit-code")
        {
            yield return new("没有重复", "No value occurs twice");
        }
    }

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
