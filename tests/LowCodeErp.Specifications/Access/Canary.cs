namespace LowCodeErp.Specifications.Access;

/// <summary>One value that gives away where it was read.</summary>
public sealed record Canary(CanaryRecord Record, string Field, string Text);
