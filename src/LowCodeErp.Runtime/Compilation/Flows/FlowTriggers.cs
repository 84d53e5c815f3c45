using LowCodeErp.Metadata.Flows;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>
/// Flows that begin with what flows do: those that set each other, or themselves, going again and again without anybody or anything to wait for. A step counts where
/// it is reached before anything on its way waits for certain.
/// </summary>
internal static class FlowTriggers
{
    public static void Check(IReadOnlyList<(FlowDraft Draft, FlowModel Model)> flows)
    {
        var next = flows.ToDictionary(flow => flow.Model, flow => flows.Where(other => Sets(flow.Model, other.Model)).Select(other => other.Model).ToList());
        foreach (var (draft, model) in flows)
        {
            if (FindCircle(model, next) is { } circle)
            {
                draft.Report(FlowDefinitionDiagnostics.SetsItselfGoing("starts", [.. circle.Select(flow => flow.Label)]));
            }
        }
    }

    /// <summary>The shortest way back to the flow, itself first; null where there is none.</summary>
    private static List<FlowModel>? FindCircle(FlowModel flow, Dictionary<FlowModel, List<FlowModel>> next)
    {
        var ways = new Queue<List<FlowModel>>([[flow]]);
        var seen = new HashSet<FlowModel>();
        while (ways.TryDequeue(out var way))
        {
            foreach (var following in next[way[^1]])
            {
                if (following == flow)
                {
                    return way;
                }

                if (seen.Add(following))
                {
                    ways.Enqueue([.. way, following]);
                }
            }
        }

        return null;
    }

    private static bool Sets(FlowModel flow, FlowModel other)
        => ChangesAtOnce(flow).Any(change => (change.Form ?? flow.Form.Key) == other.Form.Key && other.Starts.Any(start => IsSetBy(start, change)));

    private static bool IsSetBy(FlowStart start, FlowRecordChange change) => start.On switch
    {
        FlowTrigger.Created => change.IsNew,
        FlowTrigger.Changed => !change.IsNew && (start.Fields.Count == 0 || start.Fields.Any(field => change.Fields.Contains(field.Key))),
        _ => false,
    };

    private static IEnumerable<FlowRecordChange> ChangesAtOnce(FlowModel flow)
        => from leaf in flow.Trunk.WithAllBelow.OfType<FlowBlock.Leaf>()
           let change = leaf.Node.ChangeOf(leaf.Settings)
           where change is not null && !WaitsBefore(leaf)
           select change;

    /// <summary>Steps in branches may not be on the way, those beside it and beside what it stands in are.</summary>
    private static bool WaitsBefore(FlowBlock.Leaf leaf)
        => FlowOrder.Around(leaf).SelectMany(at => at.Within.Blocks.Take(at.Place)).OfType<FlowBlock.Leaf>().Any(before => before.Node.CanWait(before.Settings));
}
