using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Views;

namespace LowCodeErp.Specifications.Apps;

/// <summary>Builds a form for tests, of <see cref="TestFields"/> or any other field types. The first field is the title.</summary>
public sealed class FormBuilder
{
    private readonly string _key;
    private readonly List<FieldDefinition> _fields = [];
    private readonly List<ValidationDefinition> _validations = [];
    private readonly List<UniqueDefinition> _unique = [];
    private readonly List<ViewDefinition> _views = [];
    private IReadOnlyList<LayoutItemDefinition> _layout = [];
    private string? _owner;
    private bool _isSensitive;

    private FormBuilder(string key) => _key = key;

    public static FormBuilder Form(string key) => new(key);

    /// <param name="settings">An object whose members are those of the field type's settings record, in camel case.</param>
    public FormBuilder Field(string key, string type, object? settings = null, bool unique = false)
    {
        var json = settings is null ? (JsonElement?)null : JsonSerializer.SerializeToElement(settings);
        _fields.Add(new() { Key = key, Type = type, Label = new LocalizedText(key), Settings = json, Unique = unique });
        return this;
    }

    public FormBuilder Text(string key, int? length = null, bool unique = false)
        => Field(key, "test-text", length is null ? null : new { length }, unique);

    public FormBuilder Number(string key, int precision = 15, int scale = 2, bool unique = false)
        => Field(key, "test-number", new { precision, scale }, unique);

    public FormBuilder Number(string key, string label)
    {
        Number(key);
        _fields[^1] = _fields[^1] with { Label = new LocalizedText(label) };
        return this;
    }

    /// <summary>Who reads its records is written down.</summary>
    public FormBuilder Sensitive()
    {
        _isSensitive = true;
        return this;
    }

    public FormBuilder Boolean(string key) => Field(key, "test-boolean");

    public FormBuilder Date(string key) => Field(key, "test-date");

    public FormBuilder Moment(string key) => Field(key, "test-moment");

    public FormBuilder Reference(string key, string form) => Field(key, "reference", new { form });

    /// <param name="where">Which records count.</param>
    public FormBuilder Rollup(string key, string form, string reference, string operation, string? field = null, string? where = null, string? orderBy = null)
    {
        var settings = new Dictionary<string, string?> { ["form"] = form, ["reference"] = reference, ["operation"] = operation, ["field"] = field, ["condition"] = where, ["orderBy"] = orderBy };
        return Field(key, "rollup", settings.Where(setting => setting.Value is not null).ToDictionary());
    }

    public FormBuilder Member(string key) => Field(key, "test-member");

    public FormBuilder Lines(string key, Func<FormBuilder, FormBuilder> lines, string type = "test-lines")
    {
        ArgumentNullException.ThrowIfNull(lines);
        return Field(key, type, new { fields = lines(new(key))._fields.Select(field => JsonDocument.Parse(DefinitionWriter.Write(field)).RootElement) });
    }

    /// <summary>Names the last field.</summary>
    public FormBuilder Labelled(string label)
    {
        _fields[^1] = _fields[^1] with { Label = new LocalizedText(label) };
        return this;
    }

    /// <summary>Makes the last field the one of the member who is responsible.</summary>
    public FormBuilder Owner()
    {
        _owner = _fields[^1].Key;
        return this;
    }

    /// <summary>Makes the last field required.</summary>
    public FormBuilder Required()
    {
        _fields[^1] = _fields[^1] with { Required = true };
        return this;
    }

    /// <summary>What the last field holds in a new record, as JSON.</summary>
    public FormBuilder Default(string json)
    {
        _fields[^1] = _fields[^1] with { Default = JsonDocument.Parse(json).RootElement };
        return this;
    }

    /// <summary>What the last field holds in a new record, as a formula.</summary>
    public FormBuilder DefaultFormula(string formula)
    {
        _fields[^1] = _fields[^1] with { DefaultFormula = formula };
        return this;
    }

    /// <summary>From where a chosen reference fills the last field.</summary>
    public FormBuilder FillFrom(string path)
    {
        _fields[^1] = _fields[^1] with { FillFrom = path };
        return this;
    }

    /// <summary>Options of the last field that are offered under a condition.</summary>
    public FormBuilder OptionsWhen(string condition, params string[] options)
    {
        _fields[^1] = _fields[^1] with { OptionsWhen = [.. _fields[^1].OptionsWhen, new() { When = condition, Options = options }] };
        return this;
    }

    /// <summary>Which records the last field may lead to.</summary>
    public FormBuilder LimitedTo(string condition)
    {
        _fields[^1] = _fields[^1] with { LimitedTo = condition };
        return this;
    }

    /// <summary>Lets the last field be computed.</summary>
    public FormBuilder Formula(string formula)
    {
        _fields[^1] = _fields[^1] with { Formula = formula };
        return this;
    }

    /// <summary>When the last field is shown.</summary>
    public FormBuilder VisibleWhen(string? condition, HiddenValue whenHidden = HiddenValue.Keep)
    {
        _fields[^1] = _fields[^1] with { VisibleWhen = condition, WhenHidden = whenHidden };
        return this;
    }

    /// <summary>When the last field must be filled in.</summary>
    public FormBuilder RequiredWhen(string condition)
    {
        _fields[^1] = _fields[^1] with { RequiredWhen = condition };
        return this;
    }

    /// <summary>When the last field may not be changed.</summary>
    public FormBuilder ReadOnlyWhen(string condition)
    {
        _fields[^1] = _fields[^1] with { ReadOnlyWhen = condition };
        return this;
    }

    /// <summary>A condition on the last field.</summary>
    public FormBuilder Valid(string condition, string message, Severity severity = Severity.Error, string? key = null)
    {
        _fields[^1] = _fields[^1] with { Validations = [.. _fields[^1].Validations, NewValidation(condition, message, severity, key)] };
        return this;
    }

    /// <summary>A condition on the form.</summary>
    public FormBuilder FormValid(string condition, string message, Severity severity = Severity.Error, string? key = null)
    {
        _validations.Add(NewValidation(condition, message, severity, key));
        return this;
    }

    /// <summary>What no two records may have in common.</summary>
    /// <summary>The database keeps the last field encrypted.</summary>
    public FormBuilder Encrypted(bool isEncrypted = true)
    {
        _fields[^1] = _fields[^1] with { Sensitive = isEncrypted };
        return this;
    }

    public FormBuilder UniqueTogether(string key, params string[] fields)
    {
        _unique.Add(new() { Key = key, Fields = fields });
        return this;
    }

    /// <param name="json">Of the view: <c>{"key": "big", "label": {"zh-CN": "大单"}}</c>.</param>
    public FormBuilder View(string json)
    {
        var diagnostics = new DiagnosticBag();
        _views.Add(DefinitionReader.Read<ViewDefinition>(json, "view", diagnostics) ?? throw new ArgumentException(string.Join("; ", diagnostics.Items), nameof(json)));
        return this;
    }

    /// <param name="json">The layout as it is written.</param>
    public FormBuilder Layout(string json)
    {
        var diagnostics = new DiagnosticBag();
        var form = DefinitionReader.Read<FormDefinition>($$"""{ "key": "x", "label": { "zh-CN": "x" }, "title": "x", "fields": [], "layout": {{json}} }""", "layout", diagnostics);
        _layout = form?.Layout ?? throw new ArgumentException(string.Join("; ", diagnostics.Items), nameof(json));
        return this;
    }

    internal FormDefinition ToDefinition()
        => new() { Key = _key, Label = new LocalizedText(_key), Title = _fields[0].Key, Owner = _owner, Fields = _fields, Validations = _validations, Unique = _unique, Views = _views, Layout = _layout, Sensitive = _isSensitive };

    private static ValidationDefinition NewValidation(string condition, string message, Severity severity, string? key)
        => new() { Condition = condition, Message = new LocalizedText(message), Severity = severity, Key = key };
}
