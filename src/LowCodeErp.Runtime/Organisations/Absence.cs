namespace LowCodeErp.Runtime.Organisations;

/// <summary>A member is away, from the first to the last day, both included, as the workspace counts days.</summary>
/// <param name="SubstituteId">Who stands in for him; null for nobody.</param>
public sealed record Absence(long MemberId, DateOnly From, DateOnly Until, long? SubstituteId = null, string? Note = null)
{
    public const int LongestNote = 500;

    public bool Covers(DateOnly day) => From <= day && day <= Until;
}
