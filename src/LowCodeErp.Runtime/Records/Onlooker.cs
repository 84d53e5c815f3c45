namespace LowCodeErp.Runtime.Records;

/// <summary>An administrator who sees the program through another member's eyes, and changes nothing while he does.</summary>
public sealed record Onlooker(long MemberId, string Name);
