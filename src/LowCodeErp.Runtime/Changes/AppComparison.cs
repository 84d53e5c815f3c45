using System.Text.Json;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Layout;

namespace LowCodeErp.Runtime.Changes;

/// <summary>Tells in plain words how two versions of an app differ: forms, fields, settings, layouts, tier models, roles, flows.</summary>
/// <param name="flowNodes">Without them settings of flow nodes are called by their names in JSON.</param>
public sealed class AppComparison(ExtensionCatalog<IFieldType> fieldTypes, ExtensionCatalog<ILayoutItem> layoutItems, ExtensionCatalog<IFlowNode>? flowNodes = null)
{
    /// <param name="before">Null before the first version.</param>
    public IReadOnlyList<DesignChange> Compare(AppPackage? before, AppPackage after)
    {
        ArgumentNullException.ThrowIfNull(after);
        var changes = new List<DesignChange>();
        var app = after.App.Definition;
        var (formsBefore, formsAfter) = (ByKey(before?.Forms), ByKey(after.Forms));
        var labels = new FormLabels(formsAfter, formsBefore);
        if (before is null)
        {
            changes.Add(new(app.Key, ChangeTexts.New(ChangeTexts.App(app.Label))));
        }
        else
        {
            new MemberComparison(app.Key, ChangeTexts.App(before.App.Definition.Label), new(labels.Form), changes).Compare(ToJson(before.App.Definition), ToJson(app));
        }

        CompareForms(formsBefore, formsAfter, labels, changes);
        CompareWholes(ByKey(before?.TierModels), ByKey(after.TierModels), ChangeTexts.TierModel, KeyWords.None, changes);
        CompareWholes(ByKey(before?.Roles), ByKey(after.Roles), ChangeTexts.Role, new(labels.Form), changes, "grants");
        CompareGrants(before?.Roles ?? [], after.Roles, labels, changes);
        CompareWholes(ByKey(before?.Flows), ByKey(after.Flows), ChangeTexts.Flow, new(labels.Form), changes, "sequence", "blocks");
        CompareBlocks(before?.Flows ?? [], after.Flows, labels, changes);
        return changes;
    }

    private void CompareBlocks(IReadOnlyList<Sourced<FlowDefinition>> before, IReadOnlyList<Sourced<FlowDefinition>> after, FormLabels labels, List<DesignChange> changes)
    {
        foreach (var flow in after.Select(flow => flow.Definition))
        {
            if (before.FirstOrDefault(other => other.Definition.Key == flow.Key)?.Definition is { } was)
            {
                new FlowComparison(ChangeTexts.Flow(was.Label), labels.Of(flow.Form), type => flowNodes?.Find(type), changes).Compare(was, flow);
            }
        }
    }

    private static void CompareGrants(IReadOnlyList<Sourced<RoleDefinition>> before, IReadOnlyList<Sourced<RoleDefinition>> after, FormLabels labels, List<DesignChange> changes)
    {
        var sentence = new GrantSentence(new(
            form => labels.Form(form) ?? new(form), (form, field) => labels.Of(form).Content("fields", field), (form, formula) => labels.Of(form).Content("condition", formula)));
        foreach (var role in after.Select(role => role.Definition))
        {
            var was = before.FirstOrDefault(other => other.Definition.Key == role.Key)?.Definition;
            new RoleComparison(role.Key, ChangeTexts.Role((was ?? role).Label), sentence, changes).Compare(was?.Grants ?? [], role.Grants);
        }
    }

    private void CompareForms(Dictionary<string, JsonElement> before, Dictionary<string, JsonElement> after, FormLabels labels, List<DesignChange> changes)
    {
        foreach (var (key, form) in after.Where(form => !before.ContainsKey(form.Key)))
        {
            changes.Add(new(key, ChangeTexts.New(ChangeTexts.Form(JsonItems.Label(form)))));
            CompareFields(key, ChangeTexts.Form(JsonItems.Label(form)), labels, labels.Of(key), null, JsonItems.Find(form, "fields"), changes);
        }

        foreach (var (key, form) in before.Where(form => !after.ContainsKey(form.Key)))
        {
            changes.Add(new(key, ChangeTexts.Removed(ChangeTexts.Form(JsonItems.Label(form)))));
        }

        foreach (var (key, form) in before.Where(form => after.ContainsKey(form.Key)))
        {
            var owner = ChangeTexts.Form(JsonItems.Label(form));
            var words = labels.Of(key);
            new MemberComparison(key, owner, words, changes).Compare(form, after[key], "fields", "layout");
            new LayoutComparison(key, owner, LabelsOf(form, after[key]), type => words.OfSettings(layoutItems.Find(type)), changes).Compare(JsonItems.Find(form, "layout"), JsonItems.Find(after[key], "layout"));
            CompareFields(key, owner, labels, words, JsonItems.Find(form, "fields"), JsonItems.Find(after[key], "fields"), changes);
        }
    }

    /// <summary>As the fields are called now, or were.</summary>
    private static Dictionary<string, LocalizedText> LabelsOf(params JsonElement[] forms)
        => forms.Reverse().SelectMany(form => JsonItems.ByKey(JsonItems.Find(form, "fields"))).DistinctBy(field => field.Key)
            .ToDictionary(field => field.Key, field => JsonItems.Label(field.Value), StringComparer.Ordinal);

    private void CompareFields(string form, LocalizedText owner, FormLabels labels, KeyWords words, JsonElement? before, JsonElement? after, List<DesignChange> changes)
    {
        var (old, now) = (JsonItems.ByKey(before), JsonItems.ByKey(after));
        foreach (var (key, field) in now)
        {
            if (!old.TryGetValue(key, out var was))
            {
                changes.Add(new($"{form}.{key}", ChangeTexts.NewField(owner, JsonItems.Label(field), TypeOf(field))));
                CompareLines(form, owner, labels, default, field, changes);
            }
            else
            {
                CompareField(form, owner, labels, words, was, field, changes);
            }
        }

        foreach (var (key, field) in old.Where(field => !now.ContainsKey(field.Key)))
        {
            changes.Add(new($"{form}.{key}", ChangeTexts.RemovedField(owner, JsonItems.Label(field), TypeOf(field))));
        }

        if (before is not null && !old.Keys.Where(now.ContainsKey).SequenceEqual(now.Keys.Where(old.ContainsKey)))
        {
            changes.Add(new(form, ChangeTexts.Reordered(owner, ChangeTexts.Member("fields"))));
        }
    }

    private void CompareField(string form, LocalizedText owner, FormLabels labels, KeyWords words, JsonElement before, JsonElement after, List<DesignChange> changes)
    {
        var (path, name) = ($"{form}.{JsonItems.Key(after)}", ChangeTexts.Field(owner, JsonItems.Label(before)));
        var comparison = new MemberComparison(path, name, words, changes);
        if (JsonItems.Text(before, "type") != JsonItems.Text(after, "type"))
        {
            // The settings of one type mean nothing to another.
            comparison.Add(ChangeTexts.Retyped(name, TypeOf(before), TypeOf(after)));
            comparison.Compare(before, after, "type", "settings");
            return;
        }

        comparison.Compare(before, after, "settings");
        new MemberComparison(path, name, words.OfSettings(FindType(after)), changes).Compare(JsonItems.Find(before, "settings"), JsonItems.Find(after, "settings"), "fields");
        CompareLines(form, owner, labels, before, after, changes);
    }

    private void CompareLines(string form, LocalizedText owner, FormLabels labels, JsonElement before, JsonElement after, List<DesignChange> changes)
    {
        var lines = JsonItems.Find(JsonItems.Find(after, "settings"), "fields");
        if (lines is not null)
        {
            var old = JsonItems.Find(JsonItems.Find(before, "settings"), "fields");
            CompareFields($"{form}-{JsonItems.Key(after)}", ChangeTexts.Lines(owner, JsonItems.Label(after)), labels, labels.OfLines(form, JsonItems.Key(after)), old, lines, changes);
        }
    }

    private static void CompareWholes(
        Dictionary<string, JsonElement> before, Dictionary<string, JsonElement> after, Func<LocalizedText, LocalizedText> name, KeyWords words, List<DesignChange> changes,
        params IEnumerable<string> except)
    {
        foreach (var (key, item) in after)
        {
            if (before.TryGetValue(key, out var was))
            {
                new MemberComparison(key, name(JsonItems.Label(was)), words, changes).Compare(was, item, except);
            }
            else
            {
                changes.Add(new(key, ChangeTexts.New(name(JsonItems.Label(item)))));
            }
        }

        changes.AddRange(before.Where(item => !after.ContainsKey(item.Key)).Select(item => new DesignChange(item.Key, ChangeTexts.Removed(name(JsonItems.Label(item.Value))))));
    }

    private LocalizedText TypeOf(JsonElement field) => FindType(field) is { } type ? ExtensionName.Of(type) : new(JsonItems.Text(field, "type") ?? "");

    private IExtension? FindType(JsonElement field) => JsonItems.Text(field, "type") is { } key ? fieldTypes.Find(key) ?? ComputedFields.Find(key) : null;

    private static Dictionary<string, JsonElement> ByKey<T>(IEnumerable<Sourced<T>>? definitions)
        where T : class
        => (definitions ?? []).Select(source => ToJson(source.Definition)).ToDictionary(JsonItems.Key, StringComparer.Ordinal);

    /// <summary>In the canonical spelling, which leaves out what is as usual.</summary>
    private static JsonElement ToJson<T>(T definition)
        where T : class
        => JsonDocument.Parse(DefinitionWriter.Write(definition)).RootElement;
}
