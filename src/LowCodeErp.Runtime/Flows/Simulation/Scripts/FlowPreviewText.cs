using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Simulation.Scripts;

/// <summary>A preview in words, a line for each step, its parts separated by tabs: key, label, who is asked, why.</summary>
public sealed class FlowPreviewText
{
    private readonly FlowScriptWorld _world;

    /// <param name="script">Who begins it with which record; its steps are not looked at.</param>
    public FlowPreviewText(SimulatedFlow subject, FlowScript script, WorkingCalendar calendar, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(script);
        _world = new(subject, script, calendar, now);
        if (!_world.Diagnostics.HasErrors)
        {
            var answers = new FlowChoices(subject.Flow, _world.Answers, subject.Unconditioned);
            var simulation = new FlowSimulation(subject.Flow, FlowSimulation.NewInstance(subject.Flow, _world.InitiatorId, _world.Now), answers);
            Preview = FlowPreview.Run(simulation, _world.Now, moment => _world.Facts with { Now = moment });
        }
    }

    /// <summary>What is wrong with the script, with paths within it; then there is no preview.</summary>
    public IReadOnlyList<Diagnostic> Problems => _world.Diagnostics.Items;

    public FlowPreview? Preview { get; }

    /// <summary>Why it would not begin.</summary>
    public IReadOnlyList<Diagnostic> Refusals => Preview?.Refusal is { } refusal ? [refusal] : [];

    public IEnumerable<string> Lines => Preview is not { Refusal: null } preview ? [] :
    [
        .. preview.Path.Select(Describe),
        .. preview.NotReached.OfType<FlowBlock.Leaf>().Select(block => $"-\t{block.Key}\t{block.Label}\t{new LocalizedText("不经过", "not reached")}"),
        Conclude(preview.State),
    ];

    private string Describe(FlowPreviewStep step)
    {
        string[] remarks =
        [
            .. step.Asked.Count > 0 ? [string.Join(", ", step.Asked.Select(id => _world.NameOf(id)))] : Array.Empty<string>(),
            .. step.Branches.Select(branch => $"→ {branch}"),
            .. step.Reasons,
            .. Preview!.ChosenFor.Contains(step.Block.Key) ? [new LocalizedText("由人选择处理人", "somebody chooses who").ToString()] : Array.Empty<string>(),
        ];
        return $"+\t{step.Block.Key}\t{step.Block.Label}\t{string.Join("; ", remarks)}";
    }

    private static string Conclude(FlowState state)
    {
        var open = state.Incidents.Values.Where(incident => incident.ResolvedAt is null).Select(incident => state.Scopes[incident.ScopeId].Block);
        return state.Instance.HasEnded ? $"=\t{state.Instance.Status.ToString().ToLowerInvariant()}"
            : $"=\t{new LocalizedText("停在", "stops at")} {string.Join(", ", open)}";
    }
}
