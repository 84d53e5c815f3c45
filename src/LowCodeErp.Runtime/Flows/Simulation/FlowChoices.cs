using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Simulation;

/// <summary>
/// Lets somebody choose where a flow branches, instead of its conditions: each choice holds for one arrival. Blocks that have no conditions of their own wait
/// until one is made, which is an incident with the code <see cref="Undecided"/>.
/// </summary>
/// <param name="unconditioned">Keys of the blocks that only ever go by choices.</param>
public sealed class FlowChoices(FlowModel model, IFlowAnswers others, IReadOnlySet<string> unconditioned) : IFlowAnswers
{
    public const string Undecided = "flow.simulation.undecided";

    private readonly Dictionary<string, Queue<IReadOnlySet<string>>> _made = new(StringComparer.Ordinal);
    private (FlowModel Model, Dictionary<CompiledFormula, FlowBlock> Blocks) _index = (model, Index(model));

    /// <param name="branches">Keys of the branches to take; of a loop none to leave it, its body to go round again.</param>
    public void Choose(string block, IReadOnlySet<string> branches)
    {
        if (!_made.TryGetValue(block, out var made))
        {
            _made[block] = made = new();
        }

        made.Enqueue(branches);
    }

    public FlowAnswer Answer(FlowQuestion question, FlowInstance instance, FlowFacts facts) => FindChosen(_index.Model, question) ?? others.Answer(question, instance, facts);

    /// <summary>Null where nothing was chosen, and nothing has to be.</summary>
    /// <param name="asking">The model that asks: the flow may have been compiled again since.</param>
    internal FlowAnswer? FindChosen(FlowModel asking, FlowQuestion question)
    {
        if (!ReferenceEquals(asking, _index.Model))
        {
            _index = (asking, Index(asking));
        }

        if (question is not FlowQuestion.Evaluate { Terms: [{ Formula: { } first }, ..] } evaluate || !_index.Blocks.TryGetValue(first, out var block))
        {
            return null;
        }

        return _made.TryGetValue(block.Key, out var made) && made.TryDequeue(out var chosen)
            ? new FlowAnswer.Outcomes([.. evaluate.Terms.Select(term => new FlowOutcome(block is FlowBlock.Repetition ? chosen.Count == 0 : chosen.Contains(term.Name)))])
            : unconditioned.Contains(block.Key) ? new FlowAnswer.Failed(Waiting(block)) : null;
    }

    private static Dictionary<CompiledFormula, FlowBlock> Index(FlowModel model)
    {
        var blocks = new Dictionary<CompiledFormula, FlowBlock>(ReferenceEqualityComparer.Instance);
        foreach (var block in model.Blocks.Values)
        {
            foreach (var formula in block.Ways.Select(way => way.When).Append((block as FlowBlock.Repetition)?.Until).OfType<CompiledFormula>())
            {
                blocks[formula] = block;
            }
        }

        return blocks;
    }

    private static Diagnostic Waiting(FlowBlock block) => new(Undecided, Severity.Error, block.Key, new LocalizedText(
        $"“{block.Key}”还没有选择走哪个分支；请先选择。",
        $"No branch of \"{block.Key}\" has been chosen yet; choose one."));
}
