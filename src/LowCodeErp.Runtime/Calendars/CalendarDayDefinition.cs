using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Calendars;

/// <summary>One day of a <see cref="CalendarDefinition"/>.</summary>
public sealed record CalendarDayDefinition
{
    public required DateOnly Date { get; init; }

    public required bool IsWorking { get; init; }

    public LocalizedText? Name { get; init; }

    public ExceptionalDay ToDay() => new(Date, IsWorking, Name ?? LocalizedText.Empty);
}
