namespace LowCodeErp.Portal.Tiering;

/// <summary>A tier as a chart draws it.</summary>
/// <param name="Amount">Never below 0: a ring cannot show it.</param>
public sealed record TierSlice(string Label, int Records, decimal Amount);
