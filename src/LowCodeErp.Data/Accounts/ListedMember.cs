namespace LowCodeErp.Data.Accounts;

/// <summary>A member as administrators see him.</summary>
/// <param name="LockedUntil">Null unless wrong passwords have locked the account.</param>
public sealed record ListedMember(
    long Id, string UserName, string DisplayName, string Email, bool IsAdministrator, bool IsActive, bool HasPassword, bool HasSecondFactor, DateTimeOffset? LockedUntil);
