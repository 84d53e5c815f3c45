namespace LowCodeErp.Portal.Lists;

/// <summary>One of the fields that a list is ordered by.</summary>
public sealed record ListOrder(string Field, bool Descending);
