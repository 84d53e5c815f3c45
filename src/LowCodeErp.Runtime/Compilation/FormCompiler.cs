using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>
/// Forms and the lines of their sub-tables. First every form gets its fields, then references are resolved, since forms
/// refer to each other in any order.
/// </summary>
internal sealed class FormCompiler(ExtensionCatalog<IFieldType> fieldTypes, IReadOnlyList<AppPackage> packages, DiagnosticBag diagnostics)
{
    private readonly DefinedFields _defined = new(fieldTypes, packages);
    private readonly Dictionary<string, CompiledForm> _forms = new(StringComparer.Ordinal);

    /// <summary>By key, lines included.</summary>
    public IReadOnlyDictionary<string, CompiledForm> Compile()
    {
        foreach (var package in packages)
        {
            foreach (var source in package.Forms)
            {
                AddForm(package.App.Definition.Key, source);
            }
        }

        foreach (var form in _forms.Values)
        {
            ResolveReferences(form);
        }

        foreach (var form in _forms.Values)
        {
            new ActionCompiler(form, _forms, diagnostics).Check();
        }

        foreach (var form in _forms.Values.Where(form => form.Model.Parent is null))
        {
            CompleteList(form);
        }

        return _forms;
    }

    private void AddForm(string app, Sourced<FormDefinition> source)
    {
        var definition = source.Definition;
        var model = new FormModel
        {
            Key = definition.Key, App = app, Label = definition.Label, Description = definition.Description, Icon = definition.Icon, IsSensitive = definition.Sensitive,
        };
        var form = Expand(new(source, model, definition.Fields, ""));
        if (!Register(form, source.At("key")))
        {
            return;
        }

        var own = CompileFields(form, [], definition.Code);
        IReadOnlyList<FieldModel> fields = WithBlindIndexes(form, [.. own, .. new UniqueKeyCompiler(form, own, diagnostics).Compile()]);
        model.Complete(fields, FindOwn(form, fields, definition.Title, "title"), FindOwn(form, fields, definition.Code, "code"));
        model.Owner = FindOwner(form, fields, definition.Owner);
        foreach (var field in fields)
        {
            AddLines(form, field);
        }
    }

    private CompiledForm Expand(CompiledForm form)
        => new TierFields(_defined, diagnostics).Expand(new RollupFields(_defined, diagnostics).Expand(new LookupFields(_defined, diagnostics).Expand(form)));

    private void AddLines(CompiledForm parent, FieldModel field)
    {
        if (field.Shape is not FieldShape.SubTable subTable)
        {
            return;
        }

        var model = new FormModel { Key = $"{parent.Model.Key}-{field.Key}", App = parent.Model.App, Label = field.Label, Parent = field, IsSensitive = parent.Model.IsSensitive };
        var lines = Expand(new(parent.Source, model, subTable.Fields, $"{parent.FieldPath(parent.IndexOf(field))}.settings"));
        if (!Register(lines, parent.At(field)))
        {
            return;
        }

        var parentReference = new FieldDefinition
        {
            Key = parent.Model.Key, Type = "reference", Label = parent.Model.Label, Required = true,
            Settings = JsonSerializer.SerializeToElement(new { form = parent.Model.Key }),
        };
        model.Complete(WithBlindIndexes(lines, CompileFields(lines, [parentReference], code: null)), title: null, code: null);
        field.Lines = model;
        foreach (var nested in model.Fields.Where(candidate => candidate.Shape is FieldShape.SubTable))
        {
            diagnostics.Add(CompilationDiagnostics.NestedSubTable(lines.At(nested), nested.Label));
        }
    }

    private IReadOnlyList<FieldModel> CompileFields(CompiledForm form, IReadOnlyList<FieldDefinition> leading, string? code)
    {
        var compiler = new FieldCompiler(fieldTypes);
        var fields = compiler.Compile(form, leading, code);
        diagnostics.AddRange(compiler.Diagnostics.Select(form.Source.Locate));
        return fields;
    }

    private IReadOnlyList<FieldModel> WithBlindIndexes(CompiledForm form, IReadOnlyList<FieldModel> fields)
        => [.. fields, .. new BlindIndexCompiler(form, fields, diagnostics).Compile()];

    private bool Register(CompiledForm form, string path)
    {
        if (!Key.IsValid(form.Model.Key) || form.Model.Table.StartsWith("sys_", StringComparison.Ordinal))
        {
            diagnostics.Add(CompilationDiagnostics.InvalidKey(path, form.Model.Key));
            return false;
        }

        if (_forms.TryAdd(form.Model.Key, form))
        {
            return true;
        }

        diagnostics.Add(CompilationDiagnostics.DuplicateForm(path, form.Model.Key, _forms[form.Model.Key].Source.File));
        return false;
    }

    private FieldModel? FindOwn(CompiledForm form, IReadOnlyList<FieldModel> fields, string? key, string member)
    {
        if (key is null)
        {
            return null;
        }

        var field = fields.FirstOrDefault(candidate => candidate.Key == key && candidate.IsReadable);
        if (field is null && form.Definitions.All(definition => definition.Key != key || fields.Any(candidate => candidate.Key == key)))
        {
            diagnostics.Add(CompilationDiagnostics.UnknownField(form.Source.At(member), form.Model.Label, key));
        }

        if (field is { IsList: true } && member == "title")
        {
            diagnostics.Add(CompilationDiagnostics.TitleIsList(form.Source.At(member), field.Label));
        }

        return field;
    }

    /// <summary>A field that is several can be one column of a list, though it has none in the table.</summary>
    private FieldModel? FindColumn(CompiledForm form, string key, string member)
        => form.Model.PartedFields.FirstOrDefault(field => field.Key == key) ?? FindOwn(form, form.Model.Fields, key, member);

    private FieldModel? FindOwner(CompiledForm form, IReadOnlyList<FieldModel> fields, string? key)
    {
        var field = FindOwn(form, fields, key, "owner");
        if (field is null or { Shape: FieldShape.Member, IsComputed: false })
        {
            return field;
        }

        diagnostics.Add(CompilationDiagnostics.OwnerIsNoMember(form.Source.At("owner"), field.Label));
        return null;
    }

    private void ResolveReferences(CompiledForm form)
    {
        foreach (var field in form.Model.Fields)
        {
            if (field.ItemShape is not FieldShape.Reference reference)
            {
                continue;
            }

            field.Target = _forms.GetValueOrDefault(reference.Form)?.Model;
            if (field.Target is null)
            {
                diagnostics.Add(CompilationDiagnostics.UnknownForm(form.At(field, ".settings.form"), reference.Form));
            }
            else if (field.Target.Parent is not null)
            {
                diagnostics.Add(CompilationDiagnostics.ReferenceToLines(form.At(field, ".settings.form"), reference.Form));
            }
        }
    }

    private void CompleteList(CompiledForm form)
    {
        if (form.Source.Definition.List is not { } list)
        {
            return;
        }

        var columns = list.Columns.Select((key, index) => FindColumn(form, key, $"list.columns[{index}]")).OfType<FieldModel>().ToList();
        var sortField = FindOwn(form, form.Model.Fields, list.SortBy, "list.sortBy");
        form.Model.CompleteList(columns.Count > 0 ? columns : form.Model.ListColumns, sortField, list.Descending);
    }
}
