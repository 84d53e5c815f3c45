using LowCodeErp.Data.Platform;

namespace LowCodeErp.Data.Accounts;

/// <summary>That an administrator sees the program as another member, until when and why.</summary>
public sealed record MemberViewing(long MemberId, string DisplayName, DateTime Until, string Reason)
{
    /// <summary>Nobody is viewed by who is no administrator any more; and nobody is who was deactivated, or became an administrator himself.</summary>
    internal static bool IsInForce(MemberSession session, Member owner, Member? viewed, DateTime now)
        => owner.IsAdministrator && viewed is { IsActive: true, IsAdministrator: false } && session.ViewingUntil > now;
}
