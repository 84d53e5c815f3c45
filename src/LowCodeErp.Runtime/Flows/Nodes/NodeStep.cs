using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Nodes;

/// <summary>What a node wants to happen next. The engine carries it out.</summary>
public abstract record NodeStep
{
    private NodeStep()
    {
    }

    /// <summary>The node is done.</summary>
    /// <param name="Outcome">One of its outcomes.</param>
    public sealed record Leave(string Outcome, string? Details = null) : NodeStep;

    /// <summary>People are asked; the seats are the engine's business, and so is leaving the node when they have decided.</summary>
    public sealed record Staff(TaskSettings Settings) : NodeStep;

    /// <summary>People get a copy; the node is left at once (rule 21).</summary>
    public sealed record Copy(IReadOnlyList<AssigneeRule> Receivers) : NodeStep;

    /// <summary>The first of some things that come is what the node is resumed with; the others are called off.</summary>
    public sealed record WaitFor(params IReadOnlyList<WaitReason> AnyOf) : NodeStep;

    /// <summary>Something only the shell knows or does, in the same transaction; the node is resumed with the answer.</summary>
    public sealed record Ask(FlowQuestion Question) : NodeStep;

    /// <summary>The way goes on at another block that stands in a sequence around this one (rule 51).</summary>
    public sealed record Route(string Block) : NodeStep;

    /// <summary>The instance ends, and everything in it that is still open (rule 56).</summary>
    public sealed record Finish(FlowStatus Status) : NodeStep;

    /// <summary>What somebody did is refused as a whole, and nothing of it is kept (rule 54). Where nobody acted it is an incident.</summary>
    public sealed record Refuse(Diagnostic Diagnostic) : NodeStep;

    /// <summary>It cannot go on: an incident.</summary>
    public sealed record Fault(Diagnostic Diagnostic) : NodeStep;
}
