using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Logic;

/// <summary>What a formula gave, as a value of a field: the one thing that formulas count otherwise is a time, in days.</summary>
public static class FormulaResult
{
    private const int MinutesOfDay = 1440;

    /// <param name="content">Null when blank.</param>
    public static Value Of(ValueKind kind, object? content) => (kind, content) switch
    {
        (ValueKind.Time, decimal days) => new(kind, MinutesOf(days)),
        _ => new(kind, content),
    };

    /// <summary>The same for the database: what <paramref name="formula"/> gives, as it is stored.</summary>
    public static string InMinutes(string formula) => FormattableString.Invariant($"MOD(ROUND(({formula}) * {MinutesOfDay}, 0), {MinutesOfDay})");

    /// <summary>Beyond midnight it begins anew, as a clock does.</summary>
    private static decimal MinutesOf(decimal days)
    {
        var minutes = decimal.Round((days % 1) * MinutesOfDay, MidpointRounding.AwayFromZero) % MinutesOfDay;
        return minutes < 0 ? minutes + MinutesOfDay : minutes;
    }
}
