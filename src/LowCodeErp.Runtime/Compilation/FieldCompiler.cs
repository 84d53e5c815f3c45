using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>The fields of one form: keys, types, settings and defaults.</summary>
internal sealed class FieldCompiler(ExtensionCatalog<IFieldType> fieldTypes)
{
    /// <summary>Paths are relative to the file here; the caller adds the place.</summary>
    private readonly DiagnosticBag _found = new();

    public IReadOnlyList<Diagnostic> Diagnostics => _found.Items;

    /// <param name="leading">Fields that the engine adds before those of the author.</param>
    /// <param name="code">Key of the field that identifies a record; it is unique whatever the definition says.</param>
    public IReadOnlyList<FieldModel> Compile(CompiledForm form, IReadOnlyList<FieldDefinition> leading, string? code)
    {
        var fields = new List<FieldModel>();
        var columns = new HashSet<string>(SystemColumns.All, StringComparer.Ordinal);
        foreach (var definition in leading)
        {
            columns.Add(Key.ToColumn(definition.Key));
            fields.Add(Compile(form, definition, form.Path, fields.Count, code)!);
        }

        foreach (var (index, definition) in form.Definitions.Index())
        {
            var path = form.FieldPath(index);
            if (CheckKey(definition, path, columns) && Compile(form, definition, path, fields.Count, code) is { } field)
            {
                fields.Add(field);
                AddParts(form, field, path, fields, columns);
            }
        }

        return fields;
    }

    /// <summary>Parts follow the field that they belong to. Their definitions are the field type's own, so only keys can collide.</summary>
    private void AddParts(CompiledForm form, FieldModel whole, string path, List<FieldModel> fields, HashSet<string> columns)
    {
        if (whole.Shape is not FieldShape.Parts shape)
        {
            return;
        }

        var first = fields.Count;
        foreach (var part in shape.Fields)
        {
            var definition = part with
            {
                Key = $"{whole.Key}-{part.Key}",
                Label = CompilationDiagnostics.PartLabel(whole.Label, part.Label),
                Required = part.Required && whole.IsRequired,
            };
            if (CheckKey(definition, path, columns) && Compile(form, definition, path, fields.Count, code: null, whole, part.Required) is { } field)
            {
                fields.Add(field);
            }
        }

        whole.Parts = [.. fields.Skip(first)];
    }

    private bool CheckKey(FieldDefinition definition, string path, HashSet<string> columns)
    {
        if (!Key.IsValid(definition.Key))
        {
            _found.Add(CompilationDiagnostics.InvalidKey(path + ".key", definition.Key));
            return false;
        }

        if (columns.Add(Key.ToColumn(definition.Key)))
        {
            return true;
        }

        _found.Add(SystemColumns.All.Contains(Key.ToColumn(definition.Key))
            ? CompilationDiagnostics.ReservedField(path + ".key", definition.Key)
            : CompilationDiagnostics.DuplicateField(path + ".key", definition.Key));
        return false;
    }

    private FieldModel? Compile(CompiledForm form, FieldDefinition definition, string path, int ordinal, string? code, FieldModel? whole = null, bool isRequiredPart = false)
    {
        if (ComputedFields.Find(definition.Type) is not null)
        {
            // What is wrong with it has been told.
            return null;
        }

        if (fieldTypes.Find(definition.Type) is not { } type)
        {
            _found.Add(CompilationDiagnostics.UnknownFieldType(path + ".type", definition.Type, fieldTypes.All.Concat<IExtension>(ComputedFields.All).Select(known => known.Key)));
            return null;
        }

        if (ReadSettings(type, definition, path) is not { } settings)
        {
            return null;
        }

        var shape = type.GetShape(settings);
        var isLookup = form.Lookups.Contains(definition.Key);
        var isUnique = definition.Unique || definition.Key == code;
        if (isUnique && shape is FieldShape.List or FieldShape.Parts)
        {
            _found.Add(CompilationDiagnostics.UniqueList(path + ".unique", definition.Label));
        }

        return new FieldModel
        {
            Form = form.Model,
            Ordinal = ordinal,
            Key = definition.Key,
            Label = definition.Label,
            Help = definition.Help,
            Placeholder = definition.Placeholder,
            Whole = whole,
            Type = type,
            Settings = settings,
            Shape = shape,
            IsRequired = definition.Required,
            IsRequiredPart = isRequiredPart,
            IsUnique = isUnique,
            IsSensitive = definition.Sensitive,
            Default = ReadDefault(type, settings, definition, path),
            IsLookup = isLookup,
            Tier = form.Tiers.GetValueOrDefault(definition.Key),
            Numbering = isLookup || form.Rollups.ContainsKey(definition.Key) ? null : type.GetNumbering(settings),
        };
    }

    private object? ReadSettings(IFieldType type, FieldDefinition definition, string path)
    {
        var json = definition.Settings ?? JsonSerializer.SerializeToElement(new { });
        var before = _found.Items.Count;
        var settings = DefinitionReader.Read(type.SettingsType, json, path + ".settings", _found);
        if (settings is not null)
        {
            type.CheckSettings(settings, path + ".settings", _found);
        }

        return _found.Items.Skip(before).Any(item => item.Severity == Severity.Error) ? null : settings;
    }

    private Value ReadDefault(IFieldType type, object settings, FieldDefinition definition, string path)
    {
        if (definition.Default is not { } json)
        {
            return Value.Blank(type.ValueKind);
        }

        if (JsonInput.Read(json) is not { } input || type.GetShape(settings) is not (FieldShape.Column or FieldShape.List { Item: FieldShape.Column }))
        {
            _found.Add(CompilationDiagnostics.UnsuitableDefault(path + ".default", definition.Label));
            return Value.Blank(type.ValueKind);
        }

        var value = type.Read(input, settings, path + ".default", _found);
        if (!value.IsBlank)
        {
            type.Check(value, settings, path + ".default", _found);
        }

        return value;
    }
}
