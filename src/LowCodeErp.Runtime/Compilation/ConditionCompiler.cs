using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Text;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;
using FieldPath = LowCodeErp.Formula.Binding.FieldPath;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>When the fields of a form are shown, required and read-only.</summary>
/// <param name="compile">Compiles the text of a condition and reports what is wrong with it, that of the last argument too.</param>
internal sealed class ConditionCompiler(
    CompiledForm form,
    IReadOnlyDictionary<string, CompiledForm> forms,
    Func<CompiledForm, FieldModel, string, string, Func<CompiledFormula, IEnumerable<FormulaDiagnostic>>, CompiledFormula?> compile,
    DiagnosticBag diagnostics)
{
    private readonly EnteredFields _entered = new(form, forms);

    /// <summary>Null when the behaviour of the field depends on nothing.</summary>
    public FieldConditions? Compile(FieldModel field, FieldDefinition definition)
    {
        CheckCompany(field, definition);
        var conditions = new FieldConditions(
            field,
            Compile(field, definition.VisibleWhen, "visibleWhen"),
            Compile(field, definition.RequiredWhen, "requiredWhen"),
            Compile(field, definition.ReadOnlyWhen, "readOnlyWhen"),
            definition.WhenHidden);
        if (!conditions.All.Any())
        {
            return null;
        }

        foreach (var part in field.Parts)
        {
            part.Conditions = conditions;
        }

        return field.Conditions = conditions;
    }

    /// <summary>What the kind of field does not allow.</summary>
    private void CheckCompany(FieldModel field, FieldDefinition definition)
    {
        var isEntered = definition.Formula is null && field.Numbering is null && !form.Rollups.ContainsKey(field.Key);
        if (definition.WhenHidden == HiddenValue.Clear)
        {
            if (definition.VisibleWhen is null)
            {
                diagnostics.Add(LogicDiagnostics.ClearAlwaysShown(form.At(field, ".whenHidden"), field.Label));
            }

            if (!isEntered || field.Lines is not null)
            {
                diagnostics.Add(LogicDiagnostics.ClearNotEntered(form.At(field, ".whenHidden"), field.Label));
            }
        }

        if (field.Lines is not null && (definition.RequiredWhen ?? definition.ReadOnlyWhen) is not null)
        {
            diagnostics.Add(LogicDiagnostics.ConditionOfLines(form.At(field, definition.RequiredWhen is null ? ".readOnlyWhen" : ".requiredWhen"), field.Label));
        }

        if (field.IsLive && definition.RequiredWhen is not null)
        {
            diagnostics.Add(LogicDiagnostics.RequiredLive(form.At(field, ".requiredWhen"), field.Label));
        }

        if (!isEntered && definition.ReadOnlyWhen is not null)
        {
            diagnostics.Add(LogicDiagnostics.ReadOnlyNotEntered(form.At(field, ".readOnlyWhen"), field.Label));
        }
    }

    public FieldCondition? Compile(FieldModel field, string? text, string member)
        => text is not null && compile(form, field, text, form.At(field, "." + member), FindForeignPaths) is { } compiled
            ? new(field, member, compiled, [.. compiled.Facts.Dependencies.Select(FieldOf).Distinct()])
            : null;

    /// <summary>The field of the record of a line, or the first of the path.</summary>
    private FieldModel FieldOf(FieldPath path)
        => _entered.LeadsToRecord(path) ? form.Model.Parent!.Form.Fields[path.Steps[1].Ordinal] : form.Model.Fields[path.Steps[0].Ordinal];

    /// <summary>What changes without the record, or is decided only after the line.</summary>
    private IEnumerable<FormulaDiagnostic> FindForeignPaths(CompiledFormula compiled)
    {
        foreach (var field in compiled.Root.Walk().OfType<BoundNode.Field>())
        {
            if (_entered.LeadsToRecord(field.Path))
            {
                if (!_entered.IsEntered(FieldOf(field.Path)))
                {
                    yield return LogicDiagnostics.NotEnteredInRecord(field.Span, field.Path.Label.Chinese);
                }
            }
            else if (field.Path.Steps.SkipLast(1).Any(step => step.Kind == ValueKind.Reference))
            {
                yield return LogicDiagnostics.ThroughReference(field.Span, field.Path.Label.Chinese);
            }
        }
    }
}
