namespace LowCodeErp.Data.Accounts;

/// <summary>A session that goes on, and what its member may do by now.</summary>
public sealed record SessionStanding(long Id, long MemberId, string UserName, string DisplayName, bool IsAdministrator, DateTime LastSeenAt);
