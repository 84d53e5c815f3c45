using System.Text.Json;
using LowCodeErp.Metadata.Flows.Tasks;

namespace LowCodeErp.Runtime.Flows.Simulation.Scripts;

/// <summary>One event of a script. Which members it needs depends on <see cref="Do"/>; members are named by user name, blocks by key or label.</summary>
public sealed record FlowScriptStep
{
    /// <summary><c>approve</c>, <c>complete</c>, <c>choose</c> …: one of <see cref="FlowScriptEvents.Verbs"/> or of the verbs of the script itself.</summary>
    public required string Do { get; init; }

    /// <summary>Who does it; whoever holds the seat when left out, the initiator where nobody does.</summary>
    public string? By { get; init; }

    /// <summary>The block.</summary>
    public string? At { get; init; }

    /// <summary>Number of a seat, where a block and a member do not say enough.</summary>
    public int? Seat { get; init; }

    /// <summary>Blocks that are returned or jumped to, <c>initiator</c>, or the member who gets a seat.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Of a return: whether it goes straight back.</summary>
    public bool StraightBack { get; init; }

    /// <summary>Of added seats: <c>before</c>, <c>after</c> or <c>beside</c>.</summary>
    public string? Place { get; init; }

    public SeatMode Mode { get; init; } = SeatMode.All;

    /// <summary>Who is added, removed or copied to.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    public bool Veto { get; init; }

    public bool Advisory { get; init; }

    public decimal Weight { get; init; } = 1;

    public string? Opinion { get; init; }

    /// <summary>Number of a file.</summary>
    public long? Signature { get; init; }

    /// <summary>Of administrators.</summary>
    public string? Reason { get; init; }

    /// <summary>Of <c>choose</c>: keys or labels of the branches; none of a loop that is left.</summary>
    public IReadOnlyList<string> Branches { get; init; } = [];

    /// <summary>Of <c>choose</c> at a loop.</summary>
    public bool? Again { get; init; }

    /// <summary>Of <c>advance</c>.</summary>
    public decimal? Hours { get; init; }

    /// <summary>Of <c>advance</c>: the moment, <c>2026-03-03 09:00</c>.</summary>
    public string? Until { get; init; }

    /// <summary>Name of an event.</summary>
    public string? Event { get; init; }

    /// <summary>What comes with an event, or what a job gave.</summary>
    public JsonElement? Payload { get; init; }

    /// <summary>Why a job failed; null when it went well.</summary>
    public string? Failure { get; init; }

    /// <summary>What is changed of the record, before the command.</summary>
    public IReadOnlyDictionary<string, JsonElement> Values { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Whom somebody chose, by the block.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Choices { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
