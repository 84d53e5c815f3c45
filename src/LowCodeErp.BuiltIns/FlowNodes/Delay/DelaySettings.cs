using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.FlowNodes.Delay;

/// <summary>Either hours or a moment.</summary>
public sealed record DelaySettings
{
    public const int MostHours = 24 * 366 * 10;

    /// <summary>Above 0, at most <see cref="MostHours"/>; null where there is a moment.</summary>
    public decimal? Hours { get; init; }

    /// <summary>Whether rest days stand still.</summary>
    public bool WorkingTime { get; init; }

    /// <summary>A date, at whose beginning it goes on, or a moment; one that is past does not wait. Null where there are hours.</summary>
    [Formula(ValueKind.Date, ValueKind.DateTime)]
    public string? Until { get; init; }
}
