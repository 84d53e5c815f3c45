namespace LowCodeErp.Data.Accounts;

/// <summary>A key that may be used, and whom it stands for.</summary>
public sealed record ApiKeyStanding(long Id, long MemberId, bool CanWrite, DateTime? LastUsedAt);
