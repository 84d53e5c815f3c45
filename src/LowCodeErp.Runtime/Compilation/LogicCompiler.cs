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
    private readonly Dictionary<FieldModel, CompiledForm> _computed = [];
    private readonly FormSchemas _related = FormSchemas.Of(version, [.. forms.Values.Select(form => form.Model)]);

    public void Compile()
    {
        // What a form lacks because of another mistake would only be reported a second time by its formulas. Lines come first,
        // since the formulas of their record may rest on theirs.
        var whole = forms.Values.Where(IsWhole).OrderBy(form => form.Model.Parent is null).ToList();
        whole.ForEach(CompileFormulas);
        new LiveFormulas(_computed, _schemas, diagnostics).Compile();
        new RollupCompiler(forms, _schemas, diagnostics).Compile(whole, _computed);
        whole.ForEach(CompleteLogic);
        new FormulaCircles(_computed, diagnostics).Check();
        RollupCompiler.FindRead(_computed.Keys, forms.Values.Select(form => form.Model.Logic));
    }

    private bool IsWhole(CompiledForm form)
        => form.Definitions.All(definition => form.Model.Find(definition.Key) is not null)
            && form.Model.Fields.All(field => field.Shape is not FieldShape.SubTable || (field.Lines is not null && IsWhole(forms[field.Lines.Key])));

    private void CompileFormulas(CompiledForm form)
    {
        foreach (var definition in form.Definitions)
        {
            if (definition.Formula is not null && !form.Rollups.ContainsKey(definition.Key) && CompileFormula(form, form.Model[definition.Key], definition) is { } formula)
            {
                formula.Field.Formula = formula;
                _computed.Add(formula.Field, form);
            }
        }
    }

    private void CompleteLogic(CompiledForm form)
    {
        var (steps, conditions, validations) = (new List<IFieldStep>(), new List<FieldConditions>(), new List<RecordValidation>());
        var limits = new List<OptionLimits>();
        var (proposals, proposal) = (new List<IFieldStep>(), new ProposalCompiler(form, new(form, forms), _schemas.Of(form.Model), diagnostics));
        var validation = new ValidationCompiler(form, _related, diagnostics);
        var behaviours = new ConditionCompiler(form, forms, CompileCondition, diagnostics);
        var limit = new LimitCompiler(form, validation, behaviours.Compile, diagnostics);
        foreach (var definition in form.Definitions)
        {
            var field = form.Model[definition.Key];
            if (field.Formula is { } formula)
            {
                steps.Add(formula);
            }

            if (proposal.Compile(field, definition) is { } proposed)
            {
                proposals.Add(proposed);
            }

            if (behaviours.Compile(field, definition) is { } behaviour)
            {
                conditions.Add(behaviour);
                steps.AddRange(behaviour.Clearing is { } clearing && definition.Formula is null ? [clearing] : Array.Empty<IFieldStep>());
            }

            limits.AddRange(limit.CompileOptions(field, definition) is { } options ? [options] : Array.Empty<OptionLimits>());
            validations.AddRange(limit.CompileReference(field, definition) is { } limited ? [limited] : Array.Empty<RecordValidation>());
            validations.AddRange(validation.Compile(field, definition.Validations, form.FieldPath(field) + ".validations"));
        }

        if (form.Model.Parent is null)
        {
            validations.AddRange(validation.Compile(null, form.Source.Definition.Validations, "validations"));
        }

        steps.AddRange(form.Model.UniqueKeys);
        var ordered = new FormulaOrder(form, [], diagnostics).Sort(proposals).Cast<FieldProposal>();
        form.Model.Logic = new([.. ordered], new FormulaOrder(form, _layers, diagnostics).Sort(steps), conditions, limits, validations);
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
        var isSound = Report(compiled, owner, path, []);
        return isSound ? new(field, compiled, ReadsOf(form.Model, compiled), SourcesOf(form.Model, compiled)) : null;
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

    /// <summary>Null when it cannot run.</summary>
    /// <param name="check">Which paths through references lead to more than the record and its lines.</param>
    private CompiledFormula? CompileCondition(
        CompiledForm form, FieldModel field, string text, string path, Func<CompiledFormula, IEnumerable<FormulaDiagnostic>> check)
    {
        var compiled = FormulaCompiler.Compile(text, _schemas.Of(form.Model), FormulaOptions.Condition);
        var owner = LogicDiagnostics.ConditionOf(form.Model.Label, field.Label);
        return Report(compiled, owner, path, FindForeign(form.Model, compiled, [.. check(compiled)])) ? compiled : null;
    }

    /// <summary>Whether it can run.</summary>
    private bool Report(CompiledFormula compiled, LocalizedText owner, string path, IEnumerable<FormulaDiagnostic> more)
    {
        var found = compiled.Diagnostics.Concat(more).ToList();
        diagnostics.AddRange(found.Select(mistake => LogicDiagnostics.In(owner, mistake, path)));
        return found.TrueForAll(mistake => mistake.Severity != Severity.Error);
    }

    /// <summary>What a condition cannot read, since it is asked when its own record is saved.</summary>
    /// <param name="foreignPaths">Those that lead elsewhere: what is live at their ends is not told of too.</param>
    private static IEnumerable<FormulaDiagnostic> FindForeign(
        FormModel form, CompiledFormula compiled, IReadOnlyList<FormulaDiagnostic> foreignPaths)
        => foreignPaths.Count > 0
            ? foreignPaths
            : SourcesOf(form, compiled).Where(source => source.IsLive).Select(source => LogicDiagnostics.LiveInCondition(compiled.Root.Span, source.Label));

    private static IReadOnlyList<FieldModel> ReadsOf(FormModel form, CompiledFormula compiled)
        => [.. compiled.Facts.Dependencies.Select(path => form.Fields[path.Steps[0].Ordinal]).Distinct()];

    private static IReadOnlyList<FieldModel> SourcesOf(FormModel form, CompiledFormula compiled)
        => [.. compiled.Facts.Dependencies.Select(path => SourceOf(form, path.Steps)).OfType<FieldModel>().Distinct()];

    /// <summary>The last field of a path; null for one that reads more of a record than a field, such as its number of lines.</summary>
    private static FieldModel? SourceOf(FormModel form, IEnumerable<FormulaField> steps)
    {
        FieldModel? field = null;
        FormModel? owner = form;
        foreach (var step in steps)
        {
            field = owner?.Find(step.Key);
            owner = field?.Target ?? field?.Lines;
        }

        return field;
    }
}
