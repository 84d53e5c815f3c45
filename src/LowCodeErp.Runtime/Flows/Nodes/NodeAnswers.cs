namespace LowCodeErp.Runtime.Flows.Nodes;

/// <summary>Reads the answer that a node asked for. The engine turns failures into incidents before a node hears of them.</summary>
public static class NodeAnswers
{
    public static FlowOutcome One(NodeEvent happened) => All(happened)[0];

    public static IReadOnlyList<FlowOutcome> All(NodeEvent happened)
        => happened is NodeEvent.Answered { Answer: FlowAnswer.Outcomes outcomes } ? outcomes.Values : throw Unexpected(happened);

    public static IReadOnlyList<long> Ids(NodeEvent happened)
        => happened is NodeEvent.Answered { Answer: FlowAnswer.Ids ids } ? ids.Values : throw Unexpected(happened);

    private static InvalidOperationException Unexpected(NodeEvent happened) => new($"A node was resumed with something that it had not asked for: {happened}");
}
