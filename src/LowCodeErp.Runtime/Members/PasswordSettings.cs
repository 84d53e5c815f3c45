namespace LowCodeErp.Runtime.Members;

/// <summary>What the operator may set up of passwords.</summary>
public sealed record PasswordSettings
{
    public int MinimumLength { get; init; } = 10;
}
