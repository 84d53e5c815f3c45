using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Calendars;

/// <summary>A day of which the calendar says itself whether it is worked, whatever the week says: a holiday, or a make-up day (调休).</summary>
/// <param name="Name">What it is called, "Spring Festival"; empty when nobody gave it a name.</param>
public sealed record ExceptionalDay(DateOnly Date, bool IsWorking, LocalizedText Name);
