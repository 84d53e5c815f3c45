using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>The blocks of a flow, each for itself: where it stands is <see cref="FlowTree"/>'s matter.</summary>
internal sealed class FlowBlocks(ExtensionCatalog<IFlowNode> nodes, FlowDraft flow)
{
    /// <summary>Blocks that cannot be made are left out, which has been told.</summary>
    public Dictionary<string, FlowBlock> Compile()
    {
        var blocks = new Dictionary<string, FlowBlock>(StringComparer.Ordinal);
        foreach (var (key, definition) in flow.Definition.Blocks)
        {
            var path = FlowTree.PathOf(key);
            if (!Key.IsValid(key))
            {
                flow.Report(CompilationDiagnostics.InvalidKey(path, key));
            }

            if (Compile(key, definition, path) is { } block)
            {
                blocks.Add(key, block);
            }
        }

        return blocks;
    }

    private FlowBlock? Compile(string key, FlowBlockDefinition definition, string path)
    {
        if (FlowWords.OfBranching(definition.Type) is not { } usual)
        {
            return CompileLeaf(key, definition, path);
        }

        var label = definition.Label ?? usual;
        var branches = new FlowBranches(flow, definition, label, path);
        return definition.Type switch
        {
            FlowBlockDefinition.Parallel => CompileParallel(key, definition, label, branches.CompileUnconditional(), path),
            FlowBlockDefinition.Loop => CompileLoop(key, definition, label, branches.CompileUnconditional(), path),
            FlowBlockDefinition.Inclusive => new FlowBlock.Inclusive { Key = key, Label = label, Branches = CompileConditional(definition, label, branches, path) },
            _ => new FlowBlock.Exclusive { Key = key, Label = label, Branches = CompileConditional(definition, label, branches, path) },
        };
    }

    private IReadOnlyList<FlowBranch> CompileConditional(FlowBlockDefinition definition, LocalizedText label, FlowBranches branches, string path)
    {
        if (definition.Settings is not null)
        {
            flow.Report(FlowDefinitionDiagnostics.SettingsUnused(path + ".settings", label));
        }

        return branches.CompileConditional();
    }

    private FlowBlock? CompileParallel(string key, FlowBlockDefinition definition, LocalizedText label, IReadOnlyList<FlowBranch> branches, string path)
    {
        if (branches.Count < 2)
        {
            flow.Report(FlowDefinitionDiagnostics.SingleBranch(path, label));
        }

        if (Read<ParallelSettings>(definition, path) is not { } settings)
        {
            return null;
        }

        if (settings.Join == FlowJoin.Count && !(settings.Count >= 1 && settings.Count <= branches.Count))
        {
            flow.Report(FlowDefinitionDiagnostics.CountOutOfRange(path + ".settings.count", label, branches.Count));
        }
        else if (settings.Join != FlowJoin.Count && settings.Count is not null)
        {
            flow.Report(FlowDefinitionDiagnostics.CountWithoutJoin(path + ".settings.count", label));
        }

        var needed = settings.Join switch { FlowJoin.All => branches.Count, FlowJoin.Any => 1, _ => settings.Count ?? 1 };
        return new FlowBlock.Parallel { Key = key, Label = label, Branches = branches, Needed = needed, Remainder = settings.Remainder, OnReject = settings.OnReject };
    }

    private FlowBlock? CompileLoop(string key, FlowBlockDefinition definition, LocalizedText label, IReadOnlyList<FlowBranch> branches, string path)
    {
        if (branches.Count != 1)
        {
            flow.Report(FlowDefinitionDiagnostics.LoopBranches(path, label));
        }

        if (Read<LoopSettings>(definition, path) is not { } settings)
        {
            return null;
        }

        if (settings.Maximum is < 1 or > LoopSettings.MostRounds)
        {
            flow.Report(FlowDefinitionDiagnostics.MaximumOutOfRange(path + ".settings.maximum", label, LoopSettings.MostRounds));
        }

        var until = flow.Compile(settings.Until, FormulaType.Boolean, FlowWords.UntilOf(label), path + ".settings.until");
        return until is null || branches.Count == 0 ? null : new FlowBlock.Repetition { Key = key, Label = label, Body = branches[0], Until = until, Maximum = settings.Maximum };
    }

    private FlowBlock.Leaf? CompileLeaf(string key, FlowBlockDefinition definition, string path)
    {
        if (nodes.Find(definition.Type) is not { } node)
        {
            flow.Report(FlowDefinitionDiagnostics.UnknownNode(path + ".type", definition.Type, FlowWords.Branchings.Keys.Concat(nodes.All.Select(known => known.Key))));
            return null;
        }

        var label = definition.Label ?? ExtensionName.Of(node);
        if (definition.Branches.Count > 0)
        {
            flow.Report(FlowDefinitionDiagnostics.LeafWithBranches(path + ".branches", label));
        }

        if (definition.OnReplay != FlowReplay.Rerun && !node.HasEffects)
        {
            flow.Report(FlowDefinitionDiagnostics.NothingToReplay(path + ".onReplay", label));
        }

        return ReadSettings(node, definition, path) is { } settings ? MakeLeaf(key, label, node, settings, definition.OnReplay, path + ".settings") : null;
    }

    private FlowBlock.Leaf MakeLeaf(string key, LocalizedText label, IFlowNode node, object settings, FlowReplay onReplay, string path)
    {
        var compiled = FlowSettings.Compile(flow, label, node.GetType(), settings, path);
        return new()
        {
            Key = key, Label = label, Node = node, Settings = settings, OnReplay = onReplay, Formulas = compiled.Formulas,
            Fields = compiled.Fields, Forms = compiled.Forms, Mentions = compiled.Mentions, Targets = compiled.Targets,
        };
    }

    private object? ReadSettings(IFlowNode node, FlowBlockDefinition definition, string path)
    {
        var found = new DiagnosticBag();
        var settings = DefinitionReader.Read(node.SettingsType, definition.Settings ?? default(JsonElement), path + ".settings", found);
        if (settings is not null)
        {
            node.CheckSettings(settings, path + ".settings", found);
        }

        found.Items.ToList().ForEach(flow.Report);
        return settings;
    }

    private T? Read<T>(FlowBlockDefinition definition, string path)
        where T : class
    {
        var found = new DiagnosticBag();
        var settings = DefinitionReader.Read(typeof(T), definition.Settings ?? default(JsonElement), path + ".settings", found);
        found.Items.ToList().ForEach(flow.Report);
        return (T?)settings;
    }
}
