using System.Collections.Immutable;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Flows;

/// <summary>Something that happens to an instance: a command of a person, or something of the system's.</summary>
public abstract partial record FlowEvent
{
    private FlowEvent()
    {
    }

    /// <summary>The same for the same click, however often it arrives.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>A timer is due (<see cref="State.FlowTimer"/>). One that is not open any more is passed over.</summary>
    public sealed record Fire(int TimerId) : FlowEvent;

    /// <summary>An event came that nodes may wait for; kept until one does.</summary>
    /// <param name="Payload">As JSON; null for none.</param>
    public sealed record Signal(string Name, string? Payload = null) : FlowEvent;

    /// <summary>A job was carried out, or failed for good. One of an older generation is passed over.</summary>
    /// <param name="Result">As JSON; null for none.</param>
    /// <param name="Failure">Null when it went well.</param>
    public sealed record Report(int JobId, int Generation, string? Result, Diagnostic? Failure = null) : FlowEvent;

    /// <summary>A command of a person. Whether somebody may act on a seat is the machine's business; who is an administrator is the shell's.</summary>
    public abstract record Command : FlowEvent
    {
        private protected Command()
        {
        }

        public required long ActorId { get; init; }
    }

    /// <summary>A draft or returned instance is submitted, for the first time or again.</summary>
    public sealed record Submit : Command
    {
        /// <summary>Key of the button that was pressed to begin it; null where the record was submitted.</summary>
        public string? Button { get; init; }

        /// <summary>Whom the initiator chose, by key of the block (rule 8).</summary>
        public ImmutableSortedDictionary<string, ImmutableArray<long>> Choices { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<long>>.Empty;
    }

    /// <summary>The initiator takes his instance back (rule 30).</summary>
    public sealed record Withdraw(string? Reason = null) : Command;

    /// <summary>Whoever holds seats is reminded (rule 20).</summary>
    public sealed record Remind : Command;

    /// <summary>Members get a copy by hand (rule 21).</summary>
    public sealed record Copy(ImmutableArray<long> Receivers, string? Text = null) : Command;
}
