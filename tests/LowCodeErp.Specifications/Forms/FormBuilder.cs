using System.Text.Json;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Specifications.Forms;

/// <summary>Forms for tests, made of <see cref="PlainField"/>s and compiled by the product's own compiler.</summary>
/// <example><code>FormBuilder.Compile(new FormBuilder("customer", title: "name").With("name", "text").With("region", "reference", "region"))</code></example>
public sealed class FormBuilder(string key, string title = "name", string? code = null)
{
    private readonly List<FieldDefinition> _fields = [];

    /// <param name="target">The form of a reference.</param>
    public FormBuilder With(string fieldKey, string type, string? target = null, int? decimals = null)
    {
        object? settings = target is not null ? new { form = target } : decimals is not null ? new { decimals } : null;
        _fields.Add(NewField(fieldKey, type, settings));
        return this;
    }

    public FormBuilder WithLines(string fieldKey, FormBuilder lines)
    {
        var fields = lines._fields.Select(field => field.Settings is { } settings
            ? (object)new { key = field.Key, type = field.Type, label = new Dictionary<string, string> { ["zh-CN"] = field.Key }, settings }
            : new { key = field.Key, type = field.Type, label = new Dictionary<string, string> { ["zh-CN"] = field.Key } });
        _fields.Add(NewField(fieldKey, "sub-table", new { fields }));
        return this;
    }

    /// <exception cref="InvalidOperationException">The forms are not right.</exception>
    public static WorkspaceModel Compile(params IReadOnlyList<FormBuilder> forms)
    {
        var app = new Sourced<AppDefinition>("app.json", new() { Key = "sample", Label = new("示例") }, "{}");
        var result = new WorkspaceCompiler(PlainField.Catalog, new([])).Compile(1, [new(app, [.. forms.Select(form => form.Build())], [])]);
        return result.Workspace ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    private Sourced<FormDefinition> Build()
        => new($"forms/{key}.json", new() { Key = key, Label = new(key), Title = title, Code = code, Fields = _fields }, "{}");

    private static FieldDefinition NewField(string key, string type, object? settings) => new()
    {
        Key = key,
        Type = type,
        Label = new LocalizedText(key),
        Settings = settings is null ? null : JsonSerializer.SerializeToElement(settings),
    };
}
