namespace LowCodeErp.Formula.Binding;

/// <summary>
/// How large a formula becomes when it is emitted: its value, and beside it the test whether it fails, which repeats
/// operands. IFERROR in IFERROR therefore grows like a power of two, and is refused by this number before it is built.
/// </summary>
internal readonly record struct CostEstimate(double Value, double Failure)
{
    private const double AggregateWeight = 20;

    public double Total => Value + Failure;

    public static CostEstimate Of(BoundNode node)
    {
        var children = node.Children.Select(Of).ToArray();
        var values = children.Sum(child => child.Value);
        var failures = children.Sum(child => child.Failure);
        return node switch
        {
            BoundNode.Column column => new(values + Of(column.Value).Total + AggregateWeight, failures),
            BoundNode.Each => new(AggregateWeight + values + failures, 0),
            BoundNode.Call { Function.ObservesFailure: true } call => new(1 + values + failures, CallFailure(call, values, failures)),
            BoundNode.Call call => new(1 + values, call.Function.IsPartial || failures > 0 ? values + failures + 1 : 0),
            BoundNode.Binary binary => new(1 + values, OwnFailure(binary, children[1].Value) + (failures > 0 ? failures + children[0].Value : 0)),
            _ => new(1 + values, failures),
        };
    }

    private static double CallFailure(BoundNode.Call call, double values, double failures)
        => failures > 0 && call.Arguments.Count > 1 ? values + failures : 0;

    private static double OwnFailure(BoundNode.Binary binary, double right) => Certainty.IsPartial(binary) ? right + 1 : 0;
}
