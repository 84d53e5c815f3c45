namespace LowCodeErp.Metadata.Tiering;

/// <summary>What is taken off a gross amount: whole orders by their status, and returned amounts.</summary>
public sealed record NetDefinition
{
    /// <summary>Path to the choice field with the state of the order.</summary>
    public string? Status { get; init; }

    /// <summary>Orders in these states count neither in amount nor in frequency (cancelled, fully returned).</summary>
    public IReadOnlyList<string> ExcludedStatuses { get; init; } = [];

    /// <summary>Path to an amount that is subtracted (partly returned).</summary>
    public string? Deduction { get; init; }
}
