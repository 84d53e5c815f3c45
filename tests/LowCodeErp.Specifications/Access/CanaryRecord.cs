namespace LowCodeErp.Specifications.Access;

/// <summary>A record with what stands in its fields and nowhere else, by the field; columns of lines as <c>line.item</c>.</summary>
public sealed record CanaryRecord(string Form, long Id, IReadOnlyDictionary<string, string> Canaries)
{
    public long? Owner { get; init; }

    public string? Region { get; init; }

    public decimal Amount { get; init; }

    /// <summary>Of an order: the id of its customer.</summary>
    public long? Customer { get; init; }
}
