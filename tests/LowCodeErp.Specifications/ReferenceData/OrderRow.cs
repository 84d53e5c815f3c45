namespace LowCodeErp.Specifications.ReferenceData;

/// <summary>One row of a raw file: an order, or a line of one.</summary>
public sealed record OrderRow(string Customer, string Order, DateOnly Date, long Cents);
