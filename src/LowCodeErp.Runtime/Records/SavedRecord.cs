namespace LowCodeErp.Runtime.Records;

/// <param name="IsNew">Whether the record was created by this save.</param>
/// <param name="IsChanged">False when the stored values were the same already; nothing was written then.</param>
public sealed record SavedRecord(long Id, long Version, bool IsNew, bool IsChanged);
