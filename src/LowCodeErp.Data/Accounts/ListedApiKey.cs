namespace LowCodeErp.Data.Accounts;

/// <summary>A key as lists show it, without the key.</summary>
public sealed record ListedApiKey(long Id, long MemberId, string Owner, string Name, bool CanWrite, DateTime CreatedAt, DateTime ExpiresAt, DateTime? LastUsedAt);
