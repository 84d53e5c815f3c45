namespace LowCodeErp.Unit.Tests.Tiering;

/// <summary>One row of a raw file: an order, or a line of one.</summary>
internal sealed record OrderRow(string Customer, string Order, DateOnly Date, long Cents);
