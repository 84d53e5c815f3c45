using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Compilation.Flows;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>
/// Authors name fields by label or key; what is stored names them by key, in the canonical spelling. So renaming a field
/// breaks no formula, and two spellings of one formula are no change.
/// </summary>
public static class StoredFormulas
{
    internal static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="workspace">Compiled from the package, among others.</param>
    public static AppPackage Write(AppPackage package, WorkspaceModel workspace)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(workspace);
        return package with { Forms = [.. package.Forms.Select(form => Write(form, workspace.FindForm(form.Definition.Key)!))], Flows = [.. package.Flows.Select(flow => StoredFlowFormulas.Write(flow, workspace.FindFlow(flow.Definition.Key)!))] };
    }

    private static Sourced<FormDefinition> Write(Sourced<FormDefinition> source, FormModel form)
    {
        var json = JsonNode.Parse(source.Json)!;
        if (!WriteAll(json, form))
        {
            return source;
        }

        var text = json.ToJsonString(Layout);
        return new(source.File, DefinitionReader.Read<FormDefinition>(text, source.File, new DiagnosticBag())!, text);
    }

    /// <param name="owner">What has the fields: a form, or the settings of a sub-table.</param>
    /// <returns>Whether anything was spelled otherwise.</returns>
    private static bool WriteAll(JsonNode owner, FormModel form)
    {
        var isChanged = WriteConditions(owner, form.Logic, null);
        foreach (var node in owner["fields"]!.AsArray())
        {
            var field = form[(string)node!["key"]!];
            isChanged |= field is { IsLookup: false, Formula: { } formula } && Write(node, "formula", formula.Text);
            isChanged |= field.Proposal is FieldProposal.Computed proposal && Write(node, proposal.Member, proposal.Text);
            isChanged |= field.Limit is { } limit && Write(node, "limitedTo", limit.PrintWithKeys());
            isChanged |= (field.OptionLimits?.All ?? []).Index().Aggregate(false, (before, option) => before | Write(node["optionsWhen"]![option.Index]!, "when", option.Item.When.Text));
            isChanged |= field.Rollup?.ConditionText is { } rolledUp && Write(node["settings"]!, "condition", rolledUp);
            isChanged |= (field.Conditions?.All ?? []).Aggregate(false, (before, condition) => before | Write(node, condition.Member, condition.Text));
            isChanged |= WriteConditions(node, form.Logic, field);
            isChanged |= field.Lines is { } lines && WriteAll(node["settings"]!, lines);
        }

        return isChanged;
    }

    private static bool WriteConditions(JsonNode owner, FormLogic logic, FieldModel? field)
    {
        var conditions = logic.Validations.Where(validation => validation.Field == field && validation.Code == LogicDiagnostics.ValidationCode).Select(validation => validation.Condition.PrintWithKeys());
        return conditions.ToList().Index().Aggregate(false, (isChanged, condition)
            => isChanged | Write(owner["validations"]![condition.Index]!, "condition", condition.Item));
    }

    private static bool Write(JsonNode owner, string member, string text)
    {
        var isChanged = (string?)owner[member] != text;
        owner[member] = text;
        return isChanged;
    }
}
