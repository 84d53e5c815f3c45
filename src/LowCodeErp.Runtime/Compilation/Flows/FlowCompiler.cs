using System.Collections.Frozen;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>The flows of all apps, once every form has its fields and formulas. What an author wrote wrong is told, all of it at once; nothing throws for it.</summary>
internal sealed class FlowCompiler
{
    private readonly ExtensionCatalog<IFlowNode> _nodes;
    private readonly DiagnosticBag _diagnostics;
    private readonly FlowReach _reach;
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly List<(FlowDraft Draft, FlowModel Model)> _compiled = [];

    public FlowCompiler(
        ExtensionCatalog<IFlowNode> nodes, IReadOnlyList<AppPackage> packages, IReadOnlyDictionary<string, CompiledForm> forms, long version, DiagnosticBag diagnostics)
    {
        (_nodes, _diagnostics) = (nodes, diagnostics);
        _reach = new(packages, forms, FormSchemas.Of(version, [.. forms.Values.Select(form => form.Model)]));
    }

    /// <summary>Flows with mistakes are left out.</summary>
    public IReadOnlyList<FlowModel> Compile(AppPackage package) => [.. package.Flows.Select(source => Compile(package, source)).OfType<FlowModel>()];

    /// <summary>What only all of them together tell.</summary>
    public void CheckTogether()
    {
        FlowTriggers.Check(_compiled);
    }

    private FlowModel? Compile(AppPackage package, Sourced<FlowDefinition> source)
    {
        var found = new DiagnosticBag();
        var flow = new FlowDraft(package, source, FindForm(package, source, found), _reach, found);
        CheckKey(flow);
        var model = Compile(flow);
        _diagnostics.AddRange(found.Items);
        if (found.HasErrors || model is null)
        {
            return null;
        }

        _compiled.Add((flow with { Diagnostics = _diagnostics }, model));
        return model;
    }

    private FlowModel? Compile(FlowDraft flow)
    {
        var title = flow.Definition.Title is { } text ? flow.Compile(text, FormulaType.Text, FlowWords.TitleOf(flow.Definition.Label), "title") : null;
        var starts = new FlowStarts(flow).Compile();
        var blocks = new FlowBlocks(_nodes, flow).Compile();
        var mistakes = FlowTree.Check(flow.Definition);
        mistakes.ToList().ForEach(flow.Report);
        if (flow.Definition.Reminders is { Hours: < 0 } or { Most: < 1 })
        {
            flow.Report(FlowDefinitionDiagnostics.RemindersOutOfRange("reminders"));
        }

        if (flow.Definition.Sequence.Count == 0)
        {
            flow.Report(FlowDefinitionDiagnostics.NothingDone("sequence"));
        }

        if (mistakes.Count > 0 || flow.Form is null || blocks.Count < flow.Definition.Blocks.Count)
        {
            return null;
        }

        var model = Assemble(flow, flow.Form, title, starts, blocks);
        new FlowSoundness(model, flow).Check();
        return model;
    }

    private static FlowModel Assemble(FlowDraft flow, FormModel form, CompiledFormula? title, IReadOnlyList<FlowStart> starts, Dictionary<string, FlowBlock> blocks)
    {
        var (definition, trunk) = (flow.Definition, new FlowSequence());
        Fill(trunk, null, null, definition.Sequence, blocks);
        foreach (var (key, block) in blocks)
        {
            foreach (var (branch, written) in block.Ways.Zip(definition.Blocks[key].Branches))
            {
                Fill(branch.Sequence, block, branch.Key, written.Sequence, blocks);
            }
        }

        return new()
        {
            Key = definition.Key, App = flow.Package.App.Definition.Key, Label = definition.Label, Description = definition.Description,
            Form = form, Definition = definition, Title = title, Starts = starts, Trunk = trunk, Blocks = blocks.ToFrozenDictionary(StringComparer.Ordinal),
            Mentions = [.. definition.Administrators.Select((name, index) => new FlowMention(FlowMentionKind.Member, name, definition.Label, $"administrators[{index}]")),
                .. trunk.WithAllBelow.OfType<FlowBlock.Leaf>().SelectMany(leaf => leaf.Mentions)],
        };
    }

    private static void Fill(FlowSequence sequence, FlowBlock? owner, string? branch, IReadOnlyList<string> keys, Dictionary<string, FlowBlock> blocks)
    {
        (sequence.Owner, sequence.Branch, sequence.Blocks) = (owner, branch, [.. keys.Select(key => blocks[key])]);
        foreach (var (place, block) in sequence.Blocks.Index())
        {
            (block.Within, block.Place) = (sequence, place);
        }
    }

    private FormModel? FindForm(AppPackage package, Sourced<FlowDefinition> source, DiagnosticBag found)
    {
        var form = _reach.FindForm(package, source.Definition.Form);
        if (form is { Parent: null })
        {
            return form;
        }

        found.Add(source.Locate(form is null ? FlowDefinitionDiagnostics.UnknownForm("form", source.Definition.Form) : FlowDefinitionDiagnostics.FormOfLines("form", form.Label)));
        return null;
    }

    private void CheckKey(FlowDraft flow)
    {
        var key = flow.Definition.Key;
        if (!Key.IsValid(key))
        {
            flow.Report(CompilationDiagnostics.InvalidKey("key", key));
        }
        else if (!_keys.Add(key))
        {
            flow.Report(FlowDefinitionDiagnostics.Duplicate("key", key));
        }
    }
}
