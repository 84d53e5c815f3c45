using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Nodes;

namespace LowCodeErp.BuiltIns.FlowNodes.Delay;

/// <summary>Waits for a time, or until a moment (rule 52).</summary>
public sealed class DelayNode : FlowNode<DelaySettings>
{
    public override string Key => "delay";

    public override bool CanWait(DelaySettings settings) => true;

    public override void CheckSettings(DelaySettings settings, string path, DiagnosticBag diagnostics)
    {
        if ((settings.Hours is null) == string.IsNullOrWhiteSpace(settings.Until))
        {
            diagnostics.Add(FlowNodeDiagnostics.EitherOr(path, "hours", "until"));
        }

        if (settings.Hours is <= 0 or > DelaySettings.MostHours)
        {
            diagnostics.Add(FlowNodeDiagnostics.OutOfRange($"{path}.hours", 0.001m, DelaySettings.MostHours));
        }
    }

    public override NodeStep Enter(NodeContext context, DelaySettings settings) => settings.Hours is { } hours
        ? new NodeStep.WaitFor(new WaitReason.Duration(TimeSpan.FromTicks((long)(hours * TimeSpan.TicksPerHour)), settings.WorkingTime))
        : new NodeStep.Ask(new FlowQuestion.Evaluate([context.Find("until")!]));

    public override NodeStep Proceed(NodeContext context, DelaySettings settings, NodeEvent happened)
        => happened is NodeEvent.Due ? new NodeStep.Leave(Done) : NodeAnswers.One(happened).Value switch
        {
            DateTime moment => new NodeStep.WaitFor(new WaitReason.Moment(moment)),
            DateOnly day => new NodeStep.WaitFor(new WaitReason.Moment(FlowClock.StartOf(day, context.Facts))),
            _ => new NodeStep.Fault(FlowNodeDiagnostics.MomentBlank(context.Block.Key)),
        };
}
