namespace LowCodeErp.Data.Accounts;

/// <summary>A session that goes on, and what its member may do by now.</summary>
public sealed record SessionStanding(long Id, long MemberId, string UserName, string DisplayName, bool IsAdministrator, DateTime LastSeenAt)
{
    /// <summary>Whom the member sees the program as; null while he is himself.</summary>
    public MemberViewing? Viewing { get; init; }

    /// <summary>A view has come to its end by itself, and nobody has noted that yet.</summary>
    public bool IsViewingOver { get; init; }
}
