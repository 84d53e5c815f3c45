using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Text;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>The formulas and validations of all forms, once every form has its fields.</summary>
internal sealed class LogicCompiler(IReadOnlyDictionary<string, CompiledForm> forms, long version, DiagnosticBag diagnostics)
{
    private readonly FormSchemas _schemas = FormSchemas.OfRecordsAlone(version);
    private readonly Dictionary<FieldModel, int> _layers = [];

    public void Compile()
    {
        // What a form lacks because of another mistake would only be reported a second time by its formulas. Lines come first,
        // since the formulas of their record may rest on theirs.
        foreach (var form in forms.Values.Where(IsWhole).OrderBy(form => form.Model.Parent is null))
        {
            CompileForm(form);
        }
    }

    private bool IsWhole(CompiledForm form)
        => form.Definitions.All(definition => form.Model.Find(definition.Key) is not null)
            && form.Model.Fields.All(field => field.Shape is not FieldShape.SubTable || (field.Lines is not null && IsWhole(forms[field.Lines.Key])));

    private void CompileForm(CompiledForm form)
    {
        var (steps, conditions, validations) = (new List<IFieldStep>(), new List<FieldConditions>(), new List<RecordValidation>());
        foreach (var definition in form.Definitions)
        {
            var field = form.Model[definition.Key];
            if (definition.Formula is not null && CompileFormula(form, field, definition) is { } formula)
            {
                steps.Add(formula);
            }

            if (new ConditionCompiler(form, forms, CompileCondition, diagnostics).Compile(field, definition) is { } behaviour)
            {
                conditions.Add(behaviour);
                steps.AddRange(behaviour.Clearing is { } clearing && definition.Formula is null ? [clearing] : Array.Empty<IFieldStep>());
            }

            validations.AddRange(CompileValidations(form, field, definition.Validations, form.FieldPath(field) + ".validations"));
        }

        if (form.Model.Parent is null)
        {
            validations.AddRange(CompileValidations(form, null, form.Source.Definition.Validations, "validations"));
        }

        form.Model.Logic = new(new FormulaOrder(form, _layers, diagnostics).Sort(steps), conditions, validations);
    }

    private FieldFormula? CompileFormula(CompiledForm form, FieldModel field, FieldDefinition definition)
    {
        var path = form.At(field, ".formula");
        if (field.Shape is not FieldShape.Column || field.Numbering is not null)
        {
            diagnostics.Add(LogicDiagnostics.NotComputable(path, field.Label));
            return null;
        }

        CheckCompany(form, field, definition);
        var owner = LogicDiagnostics.FormulaOf(form.Model.Label, field.Label);
        var compiled = FormulaCompiler.Compile(definition.Formula!, _schemas.Of(form.Model), new(ResultType: FormulaType.Of(field.Kind)));
        var isSound = Report(compiled, owner, path, FindVolatile(compiled));
        return isSound ? field.Formula = new(field, compiled, ReadsOf(form.Model, compiled)) : null;
    }

    /// <summary>What cannot stand beside a formula.</summary>
    private void CheckCompany(CompiledForm form, FieldModel field, FieldDefinition definition)
    {
        if (definition.Default is not null)
        {
            diagnostics.Add(LogicDiagnostics.DefaultOfComputed(form.At(field, ".default"), field.Label));
        }

        if (field.IsUnique)
        {
            diagnostics.Add(LogicDiagnostics.UniqueComputed(form.At(field, ".formula"), field.Label));
        }
    }

    private IEnumerable<RecordValidation> CompileValidations(
        CompiledForm form, FieldModel? field, IReadOnlyList<ValidationDefinition> definitions, string path)
    {
        foreach (var (index, definition) in definitions.Index())
        {
            var compiled = FormulaCompiler.Compile(definition.Condition, _schemas.Of(form.Model), FormulaOptions.Condition);
            var owner = LogicDiagnostics.ValidationOf(form.Model.Label, field?.Label);
            if (Report(compiled, owner, form.Source.At($"{path}[{index}].condition"), []))
            {
                yield return new(field, compiled, definition.Message, definition.Severity, ReadsOf(form.Model, compiled));
            }
        }
    }

    /// <summary>Null when it cannot run.</summary>
    /// <param name="check">Which paths through references lead to more than the record and its lines.</param>
    private CompiledFormula? CompileCondition(
        CompiledForm form, FieldModel field, string text, string path, Func<CompiledFormula, IEnumerable<FormulaDiagnostic>> check)
    {
        var compiled = FormulaCompiler.Compile(text, _schemas.Of(form.Model), FormulaOptions.Condition);
        return ReportAll(compiled, LogicDiagnostics.ConditionOf(form.Model.Label, field.Label), path, check(compiled)) ? compiled : null;
    }

    /// <summary>Whether it can run.</summary>
    private bool Report(CompiledFormula compiled, LocalizedText owner, string path, IEnumerable<FormulaDiagnostic> more)
        => ReportAll(compiled, owner, path, more.Concat(FindReferencePaths(compiled)));

    private bool ReportAll(CompiledFormula compiled, LocalizedText owner, string path, IEnumerable<FormulaDiagnostic> more)
    {
        var found = compiled.Diagnostics.Concat(more).ToList();
        diagnostics.AddRange(found.Select(mistake => LogicDiagnostics.In(owner, mistake, path)));
        return found.TrueForAll(mistake => mistake.Severity != Severity.Error);
    }

    private static IEnumerable<FormulaDiagnostic> FindVolatile(CompiledFormula compiled)
        => compiled.Root.Walk().OfType<BoundNode.Call>()
            .Where(call => call.Function.IsVolatileWith(call.Arguments.Count))
            .Select(call => LogicDiagnostics.Volatile(call.Span, call.Function.Name));

    private static IEnumerable<FormulaDiagnostic> FindReferencePaths(CompiledFormula compiled)
        => compiled.Root.Walk().OfType<BoundNode.Field>()
            .Where(field => field.Path.Steps.SkipLast(1).Any(step => step.Kind == ValueKind.Reference))
            .Select(field => LogicDiagnostics.ThroughReference(field.Span, field.Path.Label.Chinese));

    private static IReadOnlyList<FieldModel> ReadsOf(FormModel form, CompiledFormula compiled)
        => [.. compiled.Facts.Dependencies.Select(path => form.Fields[path.Steps[0].Ordinal]).Distinct()];
}
