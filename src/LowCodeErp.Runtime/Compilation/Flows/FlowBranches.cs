using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Analysis;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Runtime.Flows.Model;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>The branches of a block: their keys and conditions, and what the conditions mean to each other.</summary>
internal sealed class FlowBranches(FlowDraft flow, FlowBlockDefinition block, LocalizedText label, string path)
{
    /// <summary>Answers hold on every day; the examples in them are not shown.</summary>
    private static readonly EvaluationContext AnyDay = new(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    private readonly IReadOnlyList<FlowBranchDefinition> _branches = block.Branches;

    /// <summary>Of an exclusive or inclusive block; conditions that cannot run are left out, which has been told.</summary>
    public IReadOnlyList<FlowBranch> CompileConditional()
    {
        CheckKeys();
        if (_branches.Count < 2)
        {
            flow.Report(FlowDefinitionDiagnostics.SingleBranch(path, label));
        }

        foreach (var (index, _) in _branches.Index().SkipLast(1).Where(entry => entry.Item.When is null))
        {
            flow.Report(FlowDefinitionDiagnostics.DefaultNotLast(PathOf(index), label));
        }

        var compiled = _branches.Select((branch, index) => Compile(branch, index)).ToList();
        if (compiled.Count > 1 && compiled.Select(branch => branch.When is null).SequenceEqual(_branches.Select(branch => branch.When is null)))
        {
            Analyze(compiled);
        }

        return compiled;
    }

    /// <summary>Of a parallel block or a loop.</summary>
    public IReadOnlyList<FlowBranch> CompileUnconditional()
    {
        CheckKeys();
        foreach (var (index, _) in _branches.Index().Where(entry => entry.Item.When is not null))
        {
            flow.Report(FlowDefinitionDiagnostics.ConditionUnused(PathOf(index) + ".when", label));
        }

        return [.. _branches.Select(branch => new FlowBranch(branch.Key, LabelOf(branch), null, new()))];
    }

    private FlowBranch Compile(FlowBranchDefinition branch, int index)
    {
        var when = branch.When is { } text ? flow.Compile(text, FormulaType.Boolean, FlowWords.ConditionOf(label, LabelOf(branch)), PathOf(index) + ".when") : null;
        return new(branch.Key, LabelOf(branch), when, new());
    }

    private void CheckKeys()
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, branch) in _branches.Index())
        {
            if (!Key.IsValid(branch.Key))
            {
                flow.Report(CompilationDiagnostics.InvalidKey(PathOf(index) + ".key", branch.Key));
            }
            else if (!keys.Add(branch.Key))
            {
                flow.Report(FlowDefinitionDiagnostics.DuplicateBranch(PathOf(index) + ".key", branch.Key));
            }
        }
    }

    private void Analyze(List<FlowBranch> branches)
    {
        var conditions = branches.Where(branch => branch.When is not null).ToList();
        var hasDefault = branches[^1].When is null;
        if (conditions.Count < branches.Count - 1)
        {
            return;
        }

        var analysis = ConditionAnalyzer.Analyze([.. conditions.Select(branch => branch.When!)], AnyDay, DomainOf);
        CheckDead(conditions, analysis);
        CheckGap(hasDefault ? branches[^1] : null, analysis.Gap);
        if (IsExclusive)
        {
            CheckOverlaps(conditions, analysis);
        }
    }

    private bool IsExclusive => block.Type == FlowBlockDefinition.Exclusive;

    private void CheckDead(List<FlowBranch> conditions, ConditionAnalysis analysis)
    {
        foreach (var (index, branch) in conditions.Index())
        {
            if (analysis.Facts[index].IsNeverTrue == Verdict.Yes)
            {
                flow.Report(FlowDefinitionDiagnostics.NeverTaken(PathOf(index) + ".when", label, branch.Label));
            }
            else if (IsExclusive && analysis.Facts[index].IsShadowed == Verdict.Yes)
            {
                flow.Report(FlowDefinitionDiagnostics.Shadowed(PathOf(index) + ".when", label, branch.Label));
            }
        }
    }

    private void CheckGap(FlowBranch? last, Finding gap)
    {
        if (last is not null)
        {
            if (gap.Verdict == Verdict.No)
            {
                flow.Report(FlowDefinitionDiagnostics.DefaultDead(PathOf(_branches.Count - 1), label, last.Label));
            }
        }
        else if (IsExclusive)
        {
            flow.Report(FlowDefinitionDiagnostics.DefaultMissing(path, label, WordsOf(gap)));
        }
        else if (WordsOf(gap) is { } words)
        {
            flow.Report(FlowDefinitionDiagnostics.NoneMayHold(path, label, words));
        }
    }

    private void CheckOverlaps(List<FlowBranch> conditions, ConditionAnalysis analysis)
    {
        foreach (var overlap in analysis.Overlaps.Where(overlap => IsTaken(analysis.Facts[overlap.First]) && IsTaken(analysis.Facts[overlap.Second])))
        {
            if (WordsOf(overlap.Finding) is { } words)
            {
                flow.Report(FlowDefinitionDiagnostics.Overlap(PathOf(overlap.Second) + ".when", label, conditions[overlap.First].Label, conditions[overlap.Second].Label, words));
            }
        }
    }

    private static bool IsTaken(ConditionFact fact) => fact is { IsNeverTrue: not Verdict.Yes, IsShadowed: not Verdict.Yes };

    private static LocalizedText? WordsOf(Finding finding) => finding is { Verdict: Verdict.Yes, Regions: [var first, ..] } ? first.Words : null;

    private FieldDomain? DomainOf(FieldPath asked)
        => asked.Steps is [var only] && flow.Form!.Find(only.Key) is { } field
            ? new(!field.IsAlwaysRequired, field.Type.GetOptions(field.Settings)?.Select(option => option.Key).ToList())
            : null;

    private static LocalizedText LabelOf(FlowBranchDefinition branch) => branch.Label ?? new(branch.Key);

    private string PathOf(int index) => $"{path}.branches[{index}]";
}
