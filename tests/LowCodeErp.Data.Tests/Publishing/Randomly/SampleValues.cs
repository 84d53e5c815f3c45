using System.Globalization;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Data.Tests.Publishing.Randomly;

/// <summary>
/// What people enter, and what a field of each type makes of it; written down here by hand, so that the test does not ask
/// the product what the product should do. Every value is known by its text: <c>12</c>, <c>2026-01-31</c>, an option's key.
/// </summary>
internal static class SampleValues
{
    public static IReadOnlyList<string> Types { get; } = ["text", "number", "date", "choice"];

    public static IReadOnlyDictionary<string, string> Labels { get; } = new Dictionary<string, string> { ["a"] = "甲级", ["b"] = "乙级" };

    private static readonly Dictionary<string, string[]> _entered = new()
    {
        ["text"] = ["12", "0.75", "约五十", "2026-01-31", "甲级", "b"],
        ["number"] = ["12", "0.75", "100"],
        ["date"] = ["2026-01-31", "2025-12-01"],
        ["choice"] = ["a", "b", "乙级"],
    };

    /// <summary>What somebody enters into a field of a type: mostly one of a few, sometimes one that nobody else has.</summary>
    public static string Any(string type, Random random)
        => random.Next(4) > 0 || type == "choice" ? _entered[type][random.Next(_entered[type].Length)]
            : type == "date" ? new DateOnly(2000, 1, 1).AddDays(random.Next(3_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : random.Next(1_000, 1_000_000).ToString(CultureInfo.InvariantCulture);

    public static InputValue ToInput(string type, string entered) => type switch
    {
        "number" => InputValue.Of(decimal.Parse(entered, CultureInfo.InvariantCulture)),
        "date" => InputValue.Of(DateOnly.Parse(entered, CultureInfo.InvariantCulture)),
        _ => InputValue.Of(entered),
    };

    /// <summary>Null when a field of the type cannot hold the text.</summary>
    public static string? Read(string type, string text) => type switch
    {
        "number" => decimal.TryParse(text, CultureInfo.InvariantCulture, out _) ? text : null,
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _) ? text : null,
        "choice" => Labels.ContainsKey(text) ? text : Labels.FirstOrDefault(option => option.Value == text).Key,
        _ => text,
    };

    /// <summary>What a stored value becomes when its field changes its type: the text that people see is read again.</summary>
    public static string? Convert(string from, string to, string? stored)
        => stored is null ? null : Read(to, from == "choice" && to != "choice" ? Labels[stored] : stored);

    public static bool IsTextual(string type) => type is "text" or "choice";
}
