using System.Collections.Immutable;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows;

/// <summary>What people do at a seat.</summary>
public abstract partial record FlowEvent
{
    /// <summary>A command of whoever holds a seat.</summary>
    public abstract record SeatCommand : Command
    {
        private protected SeatCommand()
        {
        }

        public required int SeatId { get; init; }

        public string? Opinion { get; init; }

        /// <summary>A file of the workspace; null for none.</summary>
        public long? SignatureId { get; init; }
    }

    /// <summary>Whoever decides; of a delegated seat it is an opinion, and the seat goes back.</summary>
    public sealed record Approve : SeatCommand
    {
        /// <summary>Whom he chose for later steps, by key of the block (rule 8).</summary>
        public ImmutableSortedDictionary<string, ImmutableArray<long>> Choices { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<long>>.Empty;
    }

    public sealed record Reject : SeatCommand;

    /// <summary>Of a handle step.</summary>
    public sealed record Complete : SeatCommand;

    /// <summary>Back to steps, or the initiator (rules 23–27).</summary>
    public sealed record SendBack : SeatCommand
    {
        /// <summary>Keys of the blocks; none with <see cref="ToInitiator"/> unset: the step before.</summary>
        public ImmutableArray<string> Targets { get; init; } = [];

        public bool ToInitiator { get; init; }

        /// <summary>Whether what comes between is skipped on the way back here.</summary>
        public bool StraightBack { get; init; }
    }

    /// <summary>转办: for good.</summary>
    public sealed record Transfer(long To) : SeatCommand;

    /// <summary>委派: the seat comes back with an opinion.</summary>
    public sealed record Entrust(long To) : SeatCommand;

    /// <summary>加签.</summary>
    /// <param name="Place">Before the own seat, after it, or beside it.</param>
    public sealed record AddSeats(SeatOrigin Place, ImmutableArray<long> Members) : SeatCommand
    {
        /// <summary>How they decide together; not of those beside, who decide with all others.</summary>
        public SeatMode Mode { get; init; } = SeatMode.All;

        /// <summary>Whether a rejection of one of them decides.</summary>
        public bool Veto { get; init; }

        public decimal Weight { get; init; } = 1;

        /// <summary>Of seats before the own one: whether their rejection is only an opinion; otherwise it is the own rejection.</summary>
        public bool Advisory { get; init; }
    }

    /// <summary>减签: seats that one has added.</summary>
    public sealed record RemoveSeats(ImmutableArray<int> Seats) : SeatCommand;

    /// <summary>认领.</summary>
    public sealed record Claim : SeatCommand;

    public sealed record Release : SeatCommand;

    /// <summary>拿回: what one has decided is undone (rule 29).</summary>
    public sealed record TakeBack : SeatCommand;

    /// <summary>Keeps an opinion without deciding (rule 18).</summary>
    public sealed record KeepDraft : SeatCommand;

    /// <summary>The holder has looked at it.</summary>
    public sealed record Read : SeatCommand;
}
