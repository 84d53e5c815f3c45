namespace LowCodeErp.Data.Auditing;

/// <summary>A row of a log as the check sees it.</summary>
/// <param name="IsIntact">Whether its content agrees with its own hash.</param>
internal sealed record LoggedRow(long Id, DateTime At, byte[] Hash, bool IsIntact);
