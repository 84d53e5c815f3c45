using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Nodes;

namespace LowCodeErp.BuiltIns.FlowNodes.Wait;

/// <summary>Waits until an event comes, or until time is up.</summary>
public sealed class WaitNode : FlowNode<WaitSettings>
{
    public override string Key => "wait";

    /// <summary>Left when the event came.</summary>
    public const string Came = "came";

    /// <summary>Left when time was up.</summary>
    public const string TimedOut = "timed-out";

    public override bool CanWait(WaitSettings settings) => true;

    public override IReadOnlyList<string> GetOutcomes(WaitSettings settings) => settings.Hours is null ? [Came] : [Came, TimedOut];

    public override void CheckSettings(WaitSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (string.IsNullOrWhiteSpace(settings.Event))
        {
            diagnostics.Add(FlowNodeDiagnostics.Missing($"{path}.event"));
        }

        if (settings.Hours is <= 0 or > WaitSettings.MostHours)
        {
            diagnostics.Add(FlowNodeDiagnostics.OutOfRange($"{path}.hours", 0.001m, WaitSettings.MostHours));
        }
    }

    public override NodeStep Enter(NodeContext context, WaitSettings settings)
    {
        var signal = new WaitReason.Signal(settings.Event!);
        return settings.Hours is { } hours
            ? new NodeStep.WaitFor(signal, new WaitReason.Duration(TimeSpan.FromTicks((long)(hours * TimeSpan.TicksPerHour)), false))
            : new NodeStep.WaitFor(signal);
    }

    public override NodeStep Proceed(NodeContext context, WaitSettings settings, NodeEvent happened)
        => new NodeStep.Leave(happened is NodeEvent.Due ? TimedOut : Came);
}
