using System.Globalization;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Inference;

/// <summary>Says which values do not suit a type, with their rows.</summary>
public static class FitTexts
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>Null when all of them do.</summary>
    public static LocalizedText? Misfits(LocalizedText type, TypeFit fit)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(fit);
        return fit.Misfits == 0 ? null
            : fit.Examples.Count == 0 ? new($"不同的值太多，不适合作为{type.Chinese}", $"Too many different values for a {Name(type)}")
            : Named(type, fit, fit.Misfits > fit.Examples.Count);
    }

    private static LocalizedText Named(LocalizedText type, TypeFit fit, bool areMore)
    {
        var rows = string.Join("、", fit.Examples.Select(example => $"第 {N(example.Row)} 行“{example.Text}”"));
        var inEnglish = string.Join(", ", fit.Examples.Select(example => $"row {N(example.Row)} \"{example.Text}\""));
        return new($"{N(fit.Misfits)} 个值不能作为{type.Chinese}：{rows}{(areMore ? "等" : "")}", $"{N(fit.Misfits)} values are no {Name(type)}: {inEnglish}{(areMore ? " and others" : "")}");
    }

    private static string Name(LocalizedText type) => type.In(English).ToLowerInvariant();

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
