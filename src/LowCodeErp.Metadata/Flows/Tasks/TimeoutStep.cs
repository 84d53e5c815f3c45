using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.Metadata.Flows.Tasks;

/// <summary>One of several things that happen one after the other while nobody acts (rule 40).</summary>
public sealed record TimeoutStep
{
    public const int MostHours = 24 * 366;

    /// <summary>How long after the task was opened, or after the step before; above 0, at most <see cref="MostHours"/>.</summary>
    public required decimal Hours { get; init; }

    /// <summary>Whether rest days stand still.</summary>
    public bool WorkingTime { get; init; }

    public TimeoutAction Action { get; init; } = TimeoutAction.Remind;

    /// <summary>Of <see cref="TimeoutAction.Transfer"/>.</summary>
    [MemberName]
    public string? Member { get; init; }
}
