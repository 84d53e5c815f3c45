using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>A device on which a member is signed in. A session that has ended is no row.</summary>
public sealed class MemberSession
{
    public const int LongestUserAgent = 300;

    public const int LongestReason = 200;

    public long Id { get; init; }

    public long MemberId { get; init; }

    public DateTime StartedAt { get; init; }

    /// <summary>To within <see cref="Accounts.MemberSessions.SeenEvery"/>.</summary>
    public DateTime LastSeenAt { get; set; }

    /// <summary>What the browser said of itself; the beginning, when it said much.</summary>
    public required string UserAgent { get; init; }

    public required string RemoteAddress { get; init; }

    /// <summary>As whom an administrator sees the program here; null while he is himself.</summary>
    public long? ViewedMemberId { get; init; }

    public DateTime? ViewingUntil { get; init; }

    /// <summary>Why, in his words.</summary>
    public string? ViewingReason { get; init; }
}

internal sealed class MemberSessionTable : IEntityTypeConfiguration<MemberSession>
{
    /// <summary>The longest notation of an IPv6 address, with a zone.</summary>
    private const int LongestAddress = 64;

    public void Configure(EntityTypeBuilder<MemberSession> builder)
    {
        builder.ToTable("sys_session");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.UserAgent).HasMaxLength(MemberSession.LongestUserAgent);
        builder.Property(session => session.RemoteAddress).HasMaxLength(LongestAddress);
        builder.Property(session => session.ViewingReason).HasMaxLength(MemberSession.LongestReason);
        builder.HasOne<Member>().WithMany().HasForeignKey(session => session.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}
