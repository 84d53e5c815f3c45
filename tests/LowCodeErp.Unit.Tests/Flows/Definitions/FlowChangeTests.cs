using System.Collections.Immutable;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Changes;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.Editing.Merging;
using LowCodeErp.Studio.FormDesigner.Layouts;
using LowCodeErp.Unit.Tests.Layout;
using static LowCodeErp.Unit.Tests.Flows.Definitions.FlowApp;

namespace LowCodeErp.Unit.Tests.Flows.Definitions;

/// <summary>Flows as part of an app: what changed, what uses a field, merged, packed, stored.</summary>
public sealed class FlowChangeTests
{
    private static readonly string Before = Flow($$$$$"""
        "choice": {"type": "exclusive", "label": {"zh-CN": "金额"}, "branches": [
          {"key": "large", "label": {"zh-CN": "大额"}, "when": "[amount] > 1000", "sequence": ["approve"]}, {"key": "small", "label": {"zh-CN": "小额"}, "sequence": []}]},
        "approve": {{{{{Approval}}}}}, "rest": {"type": "delay", "label": {"zh-CN": "等一天"}, "settings": {"hours": 24}}, "copy": {{{{{Copy}}}}}
        """, "choice, rest, copy");

    private const string Copy = """{"type": "cc", "label": {"zh-CN": "抄送"}, "settings": {"receivers": [{"kind": "initiator"}]}}""";

    [Fact]
    public void Comparison_OfAFlow_TellsWhatCameWentMovedAndChanged()
    {
        var after = Flow($$$$$"""
            "choice": {"type": "exclusive", "label": {"zh-CN": "金额"}, "branches": [
              {"key": "large", "label": {"zh-CN": "大额"}, "when": "[amount] > 5000", "sequence": ["rest"]}, {"key": "small", "label": {"zh-CN": "小额"}, "sequence": []}]},
            "approve": {{{{{Approval}}}}}, "rest": {"type": "delay", "label": {"zh-CN": "等一天"}, "settings": {"hours": 48}},
            "pay": {"type": "handle", "label": {"zh-CN": "付款"}}
            """, "choice, approve, pay");
        Assert.Equal(
            [
                "流程“采购审批”：主干新增节点“付款”",
                "流程“采购审批”：删除节点“抄送”",
                "流程“采购审批”的节点“金额”的分支“大额”的条件由“[amount] > 1000”改为“[amount] > 5000”",
                "流程“采购审批”：节点“总监审批”移到主干",
                "流程“采购审批”：节点“等一天”移到“金额”的分支“大额”里",
                "流程“采购审批”的节点“等一天”的小时由24改为48",
            ],
            new AppComparison(new([]), new([]), Nodes).Compare(Package.WithFlows(Before), Package.WithFlows(after)).Select(change => change.Text.Chinese));
    }

    [Fact]
    public void Comparison_OfBlocksInAnotherOrder_TellsWhere()
        => Assert.Equal(
            ["流程“采购审批”：主干的节点顺序有改动"],
            new AppComparison(new([]), new([]), Nodes).Compare(Package.WithFlows(Before), Package.WithFlows(Before.Replace("\"rest\", \"copy\"]", "\"copy\", \"rest\"]", StringComparison.Ordinal))).Select(change => change.Text.Chinese));

    [Theory]
    [InlineData("request", "amount", true)]
    [InlineData("request", "title", false)]
    [InlineData("request", "supplier", true)]
    [InlineData("supplier", "owner", true)]
    [InlineData("supplier", "credit", true)]
    [InlineData("supplier", "name", false)]
    public void Uses_OfAField_NameTheFlow(string form, string field, bool isUsed)
    {
        var flow = Flow($$$$$"""
            "choice": {"type": "exclusive", "branches": [{"key": "a", "when": "[amount] > 1", "sequence": ["ask"]}, {"key": "b", "sequence": []}]},
            "ask": {"type": "approval", "settings": {"assignees": [{"kind": "member-field", "field": "supplier.owner"}]}},
            "look": {"type": "find", "settings": {"form": "supplier", "when": "[credit] > 1"}}
            """, "choice, look");
        var workspace = Compile(flow).Workspace!;
        var uses = new FieldUses(workspace).Of(workspace.FindForm(form)![field]).Select(use => use.Place.Chinese);
        Assert.Equal(isUsed, uses.Contains("流程“采购审批”"));
        Assert.Contains("流程“采购审批”", new FieldUses(workspace).Of(workspace.FindForm("supplier")!).Select(use => use.Place.Chinese));
    }

    [Fact]
    public void StoredFormulas_NameFieldsByKey()
    {
        var written = Flow($$$$$"""
            "choice": {"type": "exclusive", "branches": [{"key": "a", "when": "[金额]>1", "sequence": ["add"]}, {"key": "b", "sequence": []}]},
            "add": {"type": "create", "settings": {"form": "supplier", "values": {"credit": "[金额]*2"}}}, "ask": {{{{{Approval}}}}}
            """, "choice, ask", "\"title\": \"[金额]&1\",");
        var package = Package.WithFlows(written);
        package = package with { Forms = [.. package.Forms.Select(form => form with { Definition = form.Definition with { Fields = [.. form.Definition.Fields.Select(field => field.Key == "amount" ? field with { Label = new("金额") } : field)] } })] };
        var stored = StoredFormulas.Write(package, Compiler.Compile(1, [package]).Workspace!).Flows[0];
        Assert.Equal("[amount] > 1", stored.Definition.Blocks["choice"].Branches[0].When);
        Assert.Equal("[amount] & 1", stored.Definition.Title);
        Assert.Equal("[amount] * 2", stored.Definition.Blocks["add"].Settings!.Value.GetProperty("values").GetProperty("credit").GetString());
    }

    [Fact]
    public void Archive_OfAnAppWithFlows_IsReadAsItWasWritten()
    {
        var diagnostics = new DiagnosticBag();
        using var content = new MemoryStream(AppArchive.Write(Package.WithFlows(Before)));
        var read = AppArchive.Read(content, diagnostics);
        Assert.Empty(diagnostics.Items);
        Assert.Equal(Before, Assert.Single(read!.Flows).Json);
    }

    [Fact]
    public void Document_WithFlows_WritesThemAsTheyWere()
        => Assert.Equal(Before, Assert.Single(AppDocument.Of(Package.WithFlows(Before)).ToPackage().Flows).Json);

    [Fact]
    public void Merge_OfDifferentBlocks_TakesBoth()
    {
        var flow = Merge(Before.Replace("\"hours\": 24", "\"hours\": 48", StringComparison.Ordinal), Before.Replace("> 1000", "> 2000", StringComparison.Ordinal)).Flows[0];
        Assert.Equal(48, flow.Blocks["rest"].Settings!.Value.GetProperty("hours").GetDecimal());
        Assert.Equal("[amount] > 2000", flow.Blocks["choice"].Branches[0].When);
    }

    /// <summary>Each moved the same block somewhere else: together it would stand twice.</summary>
    [Fact]
    public void Merge_OfOneBlockMovedTwice_IsMineAsAWhole()
    {
        var mine = Before.Replace("\"choice\", \"rest\", \"copy\"", "\"choice\", \"copy\"", StringComparison.Ordinal).Replace("\"sequence\": [\"approve\"]", "\"sequence\": [\"approve\", \"rest\"]", StringComparison.Ordinal);
        var other = Before.Replace("\"choice\", \"rest\", \"copy\"", "\"choice\", \"copy\"", StringComparison.Ordinal).Replace("\"sequence\": []", "\"sequence\": [\"rest\"]", StringComparison.Ordinal);
        var flow = Merge(mine, other).Flows[0];
        Assert.Equal(["approve", "rest"], flow.Blocks["choice"].Branches[0].Sequence);
        Assert.Empty(flow.Blocks["choice"].Branches[1].Sequence);
    }

    private static AppDocument Merge(string mine, string other)
        => new DocumentMerge(new LayoutRules(LayoutForms.Items)).Merge(DocumentOf(Before), DocumentOf(mine), DocumentOf(other), ImmutableHashSet<string>.Empty).Document;

    private static AppDocument DocumentOf(string flow) => AppDocument.Of(Package.WithFlows(flow));
}
