namespace LowCodeErp.Runtime.Tiering;

/// <param name="Changes">Records whose tier is another than before, those that had none included.</param>
public sealed record StoredTierRun(long Id, int Changes);
