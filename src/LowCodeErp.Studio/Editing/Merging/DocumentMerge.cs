using System.Text.Json.Nodes;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Compilation.Flows;
using LowCodeErp.Studio.FormDesigner.Edits;
using LowCodeErp.Studio.FormDesigner.Layouts;

namespace LowCodeErp.Studio.Editing.Merging;

/// <summary>Merges what two people made of one app at the same time.</summary>
public sealed class DocumentMerge(LayoutRules rules)
{
    /// <param name="original">What both began with.</param>
    /// <param name="mine">Sound, as the result will be.</param>
    /// <param name="other">What somebody else published meanwhile.</param>
    /// <param name="theirs">The conflicts in which the other's is taken.</param>
    public MergedDocument Merge(AppDocument original, AppDocument mine, AppDocument other, IReadOnlySet<string> theirs)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(other);
        var merge = new JsonMerge(theirs);
        var merged = DesignDraftDefinition.Read(merge.Merge("", ToJson(original), ToJson(mine), ToJson(other))!.ToJsonString()).ToDocument();
        merged = merged with
        {
            App = Sound(merged.App, merged.Forms.Select(form => form.Key).ToHashSet(StringComparer.Ordinal)),
            Forms = [.. merged.Forms.Select(form => Sound(form, mine, other))],
            Flows = [.. merged.Flows.Select(flow => Sound(flow, mine, other))],
        };
        return new(merged with { BasedOn = other.BasedOn, Sheets = [.. mine.Sheets.Where(sheet => merged.FindForm(sheet.Form) is not null)] }, merge.Conflicts);
    }

    private static JsonNode? ToJson(AppDocument document) => JsonNode.Parse(DesignDraftDefinition.Write(document with { BasedOn = 0, Sheets = [] }));

    /// <summary>One took a form away that the other put somewhere in the menu, or both put it below different headings.</summary>
    private static AppDefinition Sound(AppDefinition app, HashSet<string> forms)
    {
        var grouped = new HashSet<string>(StringComparer.Ordinal);
        return app with
        {
            Menu = [.. app.Menu.Where(forms.Contains)],
            Hidden = [.. app.Hidden.Where(forms.Contains)],
            Groups = [.. app.Groups.Select(group => group with { Forms = [.. group.Forms.Where(form => forms.Contains(form) && grouped.Add(form))] })],
        };
    }

    /// <summary>Both moved one block, or one put something into what the other took away: then the flow is one of the two, as a whole.</summary>
    private static FlowDefinition Sound(FlowDefinition flow, AppDocument mine, AppDocument other)
        => FlowTree.Check(flow).Count == 0 ? flow : mine.Flows.Concat(other.Flows).First(origin => origin.Key == flow.Key);

    /// <summary>
    /// One took a field away that the other put somewhere, both put it in different sections, and the like: each change alone was sound. What
    /// cannot be put right so is taken whole from one of the two.
    /// </summary>
    private FormDefinition Sound(FormDefinition form, AppDocument mine, AppDocument other)
    {
        var origins = new[] { mine.FindForm(form.Key), other.FindForm(form.Key) }.OfType<FormDefinition>().ToList();
        if (form.Fields.Count > 0)
        {
            var gone = origins.SelectMany(origin => origin.Fields).Select(field => field.Key).Except(form.Fields.Select(field => field.Key)).ToHashSet(StringComparer.Ordinal);
            var placed = FieldRemoval.From(form with { Layout = WithoutRepetition(form.Layout, [.. gone]) }, gone);
            if (IsSound(placed))
            {
                return placed;
            }
        }

        return origins[0];
    }

    private bool IsSound(FormDefinition form)
        => DocumentStructure.Check(new(new() { Key = "merged", Label = form.Label }, [form], []), rules).Count == 0;

    /// <param name="seen">Fields that stand nowhere any more; grows by those that are met.</param>
    private static List<LayoutItemDefinition> WithoutRepetition(IReadOnlyList<LayoutItemDefinition> items, HashSet<string> seen)
        => [.. items.Where(item => item.FieldKey is not { } field || seen.Add(field)).Select(item => item with { Items = WithoutRepetition(item.Items, seen) })];
}
