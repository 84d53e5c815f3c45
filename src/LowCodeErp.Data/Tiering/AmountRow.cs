namespace LowCodeErp.Data.Tiering;

/// <summary>One record of a tier model's source, or one order that several of them make.</summary>
internal sealed class AmountRow
{
    public required long? Subject { get; init; }

    public required long? Order { get; init; }

    public required DateOnly? Date { get; init; }

    public required long Amount { get; init; }

    public required long Deduction { get; init; }

    public required string? Status { get; init; }
}
