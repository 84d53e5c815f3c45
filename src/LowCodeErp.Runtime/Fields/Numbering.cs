namespace LowCodeErp.Runtime.Fields;

/// <summary>A field whose blank value is filled from a counter.</summary>
/// <param name="Period">Names the counter for a date: <c>2026</c> when it starts again each year, blank when it never does.</param>
/// <param name="Format">The text for a date and a number that counts from 1.</param>
public sealed record Numbering(Func<DateOnly, string> Period, Func<DateOnly, long, string> Format);
