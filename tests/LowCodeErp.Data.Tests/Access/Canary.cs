namespace LowCodeErp.Data.Tests.Access;

/// <summary>One value that gives away where it was read.</summary>
internal sealed record Canary(CanaryRecord Record, string Field, string Text);
