using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Flows.Nodes;

namespace LowCodeErp.Runtime.Flows;

/// <summary>
/// What the engine knows of a step that stands in flows. Authors derive from <see cref="FlowNode{TSettings}"/>, which casts the settings once. A node is
/// pure: it asks for what it cannot know, and says what is to happen instead of doing it.
/// </summary>
public interface IFlowNode : IExtension
{
    /// <summary>Whether people decide in it, so that it can be returned to.</summary>
    bool AsksPeople { get; }

    /// <summary>Whether an instance may stand still in it; a circle without any such node never comes to rest.</summary>
    bool CanWait(object settings);

    /// <summary>Whether something outside the instance happened once it was done, so that what led to it cannot be taken back.</summary>
    bool HasEffects { get; }

    /// <summary>How it can be left; never none, and the same for the same settings.</summary>
    IReadOnlyList<string> GetOutcomes(object settings);

    /// <summary>Whether nothing that stands behind it is ever reached from it: the instance ends, or always goes on elsewhere.</summary>
    bool EndsWay(object settings);

    /// <summary>What it does to records, which other flows may begin with; null for nothing.</summary>
    FlowRecordChange? ChangeOf(object settings);

    /// <summary>Reports settings that make no sense; <paramref name="path"/> is the path of the settings.</summary>
    void CheckSettings(object settings, string path, DiagnosticBag diagnostics);

    NodeStep Enter(NodeContext context);

    NodeStep Proceed(NodeContext context, NodeEvent happened);
}
