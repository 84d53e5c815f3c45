namespace LowCodeErp.Metadata.Tiering;

/// <summary>Where the amounts come from. Paths start at <see cref="Form"/> and go through references: <c>order.customer</c>.</summary>
public sealed record TierSourceDefinition
{
    /// <summary>The form with one record an amount: orders, or the lines of orders.</summary>
    public required string Form { get; init; }

    /// <summary>Path to the record that gets the tier.</summary>
    public required string Subject { get; init; }

    /// <summary>Path to the business date of the order.</summary>
    public required string Date { get; init; }

    /// <summary>Path to the order, where several records make one order; each record is one order when blank.</summary>
    public string? Order { get; init; }

    /// <summary>Path to the amount, in the workspace's currency.</summary>
    public required string Amount { get; init; }
}
