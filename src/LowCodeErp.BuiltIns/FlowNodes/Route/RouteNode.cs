using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Nodes;

namespace LowCodeErp.BuiltIns.FlowNodes.Route;

/// <summary>The way goes on at another step, as long as a condition holds (rule 51).</summary>
public sealed class RouteNode : FlowNode<RouteSettings>
{
    public override string Key => "route";

    public const string Past = "past";

    public override IReadOnlyList<string> GetOutcomes(RouteSettings settings) => [Past];

    public override bool EndsWay(RouteSettings settings) => settings.When is null;

    public override void CheckSettings(RouteSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.To is null)
        {
            diagnostics.Add(FlowNodeDiagnostics.Missing($"{path}.to"));
        }

        if (settings.Maximum is < 1 or > RouteSettings.MostRounds)
        {
            diagnostics.Add(FlowNodeDiagnostics.OutOfRange($"{path}.maximum", 1, RouteSettings.MostRounds));
        }
    }

    public override NodeStep Enter(NodeContext context, RouteSettings settings)
        => context.Find("when") is { } when ? new NodeStep.Ask(new FlowQuestion.Evaluate([when])) : Go(context, settings);

    public override NodeStep Proceed(NodeContext context, RouteSettings settings, NodeEvent happened)
        => NodeAnswers.One(happened).Holds ? Go(context, settings) : new NodeStep.Leave(Past);

    private static NodeStep Go(NodeContext context, RouteSettings settings) => context.Activation > settings.Maximum
        ? new NodeStep.Fault(FlowNodeDiagnostics.TooManyRounds(context.Block.Key, settings.Maximum))
        : new NodeStep.Route(settings.To!);
}
