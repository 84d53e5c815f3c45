using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Formulas.Json;

namespace LowCodeErp.Runtime.Flows.Simulation;

/// <summary>
/// A flow outside any app, as far as it says anything: its form has the fields of the values that it is tried with, its roles are those that it names, and
/// branches without conditions are chosen by whoever tries it. Key, label and form may be left out.
/// </summary>
public static class LooseFlow
{
    private const string UsualForm = "record";

    private static readonly Dictionary<ValueKind, string> _types = new()
    {
        [ValueKind.Text] = "text", [ValueKind.Number] = "number", [ValueKind.Boolean] = "yes-no", [ValueKind.Date] = "date", [ValueKind.DateTime] = "date-and-time",
    };

    /// <summary>Null, with the reasons in <paramref name="diagnostics"/>, where it cannot run.</summary>
    /// <param name="values">Records that it is tried with; of several the form has the fields of all.</param>
    public static SimulatedFlow? Compile(string json, string file, IReadOnlyList<JsonElement> values, WorkspaceCompiler compiler, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(compiler);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var text = Complete(json);
        if (DefinitionReader.Read<FlowDefinition>(text, file, diagnostics) is not { } written)
        {
            return null;
        }

        var (definition, choices) = Condition(written);
        var schema = new InferredSchema(diagnostics).Infer(values, "");
        var package = new AppPackage(Source("app.json", new AppDefinition { Key = "simulation", Label = new("试运行", "Simulation") }), [Source("form.json", FormOf(definition, schema, choices))], [])
        {
            Roles = [.. FlowRoles.NamedIn(definition).Where(Key.IsValid).Select(role => Source(role + ".json", new RoleDefinition { Key = role, Label = new(role) }))],
            Flows = [new(file, definition, text)],
        };
        var (workspace, found) = compiler.Compile(1, [package]);
        diagnostics.AddRange(found.Where(diagnostic => diagnostic.Severity == Severity.Error));
        if (workspace?.FindFlow(definition.Key) is not { } model)
        {
            return null;
        }

        // What is stored has to say all that was left out; what is told has the places of the file.
        return new(model, workspace, choices.Select(choice => choice.Block).ToHashSet(StringComparer.Ordinal)) { Packages = [package with { Flows = [Source(file, definition)] }] };
    }

    /// <summary>On the first line, so that places of mistakes stay those of the file.</summary>
    private static string Complete(string json)
    {
        var members = TopMembers(json);
        var start = json.IndexOf('{', StringComparison.Ordinal);
        (string Name, string Text)[] usual = [("key", "\"flow\""), ("label", """{"zh-CN": "流程", "en": "Flow"}"""), ("form", $"\"{UsualForm}\"")];
        var missing = members is null ? [] : usual.Where(member => !members.Contains(member.Name)).Select(member => $"\"{member.Name}\": {member.Text}").ToList();
        return missing.Count == 0 ? json : $"{json[..(start + 1)]}{string.Join(", ", missing)}{(members!.Count > 0 ? ", " : "")}{json[(start + 1)..]}";
    }

    /// <summary>Null for what is no object at all, which the reader of definitions tells.</summary>
    private static HashSet<string>? TopMembers(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? [.. document.RootElement.EnumerateObject().Select(member => member.Name)] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What has no condition reads a field that nobody fills in: it is chosen before it is ever read.</summary>
    private static (FlowDefinition Definition, IReadOnlyList<(string Block, string Field)> Choices) Condition(FlowDefinition definition)
    {
        var choices = new List<(string Block, string Field)>();
        var blocks = definition.Blocks.ToDictionary(block => block.Key, block => Condition(block.Key, block.Value, choices));
        return (definition with { Blocks = blocks }, choices);
    }

    private static FlowBlockDefinition Condition(string key, FlowBlockDefinition block, List<(string Block, string Field)> choices)
    {
        if (block.Type is FlowBlockDefinition.Exclusive or FlowBlockDefinition.Inclusive && block.Branches.All(branch => branch.When is null))
        {
            var last = block.Type == FlowBlockDefinition.Exclusive ? block.Branches.Count - 1 : block.Branches.Count;
            return block with { Branches = [.. block.Branches.Select((branch, index) => index == last ? branch : branch with { When = NewChoice(key, choices) })] };
        }

        return IsBareLoop(block) ? block with { Settings = LoopOf(NewChoice(key, choices), block.Settings) } : block;
    }

    private static bool IsBareLoop(FlowBlockDefinition block)
        => block.Type == FlowBlockDefinition.Loop && (block.Settings is not { } settings || (settings.ValueKind == JsonValueKind.Object && !settings.TryGetProperty("until", out _)));

    private static JsonElement LoopOf(string until, JsonElement? settings)
    {
        var members = settings?.EnumerateObject().ToDictionary(member => member.Name, member => member.Value) ?? [];
        members["until"] = JsonSerializer.SerializeToElement(until);
        return JsonSerializer.SerializeToElement(members);
    }

    private static string NewChoice(string block, List<(string Block, string Field)> choices)
    {
        var field = $"choice-{choices.Count + 1}";
        choices.Add((block, field));
        return $"[{field}]";
    }

    private static FormDefinition FormOf(FlowDefinition definition, FormulaSchema schema, IReadOnlyList<(string Block, string Field)> choices)
    {
        var fields = FieldsOf(schema).ToList();
        fields.AddRange(choices.Select(choice => new FieldDefinition { Key = choice.Field, Type = "yes-no", Label = new LocalizedText(choice.Field) }));
        if (fields.Find(field => field.Type == "text") is not { } title)
        {
            title = new FieldDefinition { Key = "its-title", Type = "text", Label = new LocalizedText("its-title") };
            fields.Insert(0, title);
        }

        return new() { Key = definition.Form, Label = new LocalizedText(definition.Form), Title = title.Key, Fields = fields };
    }

    private static IEnumerable<FieldDefinition> FieldsOf(IFormulaSchema schema)
    {
        foreach (var field in schema.Fields.Where(field => !field.IsList && Key.IsValid(field.Key)))
        {
            if (_types.TryGetValue(field.Kind, out var type))
            {
                yield return new() { Key = field.Key, Type = type, Label = new LocalizedText(field.Key) };
            }
            else if (field.Kind == ValueKind.Table)
            {
                var lines = FieldsOf(field.Target!()).Select(line => JsonElement.Parse(DefinitionWriter.Write(line)));
                yield return new() { Key = field.Key, Type = FieldDefinition.SubTable, Label = new LocalizedText(field.Key), Settings = JsonSerializer.SerializeToElement(new { fields = lines }) };
            }
        }
    }

    private static Sourced<T> Source<T>(string file, T definition)
        where T : class
        => new(file, definition, DefinitionWriter.Write(definition));
}
