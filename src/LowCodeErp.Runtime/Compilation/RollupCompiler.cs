using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Text;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;
using LowCodeErp.Runtime.Rollups;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>How the values of rollups come about: references, fields and conditions of other forms, once all of them have their fields.</summary>
internal sealed class RollupCompiler(IReadOnlyDictionary<string, CompiledForm> forms, FormSchemas schemas, DiagnosticBag diagnostics)
{
    /// <param name="computed">The computed fields of all forms; those that are compiled here are added.</param>
    public void Compile(IEnumerable<CompiledForm> whole, Dictionary<FieldModel, CompiledForm> computed)
    {
        foreach (var form in whole)
        {
            foreach (var (key, settings) in form.Rollups)
            {
                if (Compile(form, form.Model[key], settings) is { } rollup)
                {
                    rollup.Field.Rollup = rollup;
                    computed.Add(rollup.Field, form);
                }
            }
        }
    }

    /// <summary>Notes which rollups something rests on.</summary>
    public static void FindRead(IEnumerable<FieldModel> computed, IEnumerable<FormLogic> logic)
    {
        var read = computed.SelectMany(field => field.Sources).Concat(logic.SelectMany(form => form.Validations).SelectMany(validation => validation.Reads));
        foreach (var rollup in read.Select(field => field.Rollup).OfType<FieldRollup>())
        {
            rollup.IsRead = true;
        }
    }

    private FieldRollup? Compile(CompiledForm form, FieldModel field, RollupSettings settings)
    {
        var before = diagnostics.Items.Count;
        CheckCompany(form, field);
        var records = forms[settings.Form].Model;
        var reference = FindReference(form, field, records, settings.Reference);
        var source = settings.Field is null ? null : records.Find(settings.Field);
        if (source is not null && !Suits(source, settings.Operation))
        {
            diagnostics.Add(RollupDiagnostics.Unsuitable(form.At(field, ".settings.field"), field.Label, source.Label));
        }

        var order = FindOrder(form, field, records, settings);
        var condition = settings.Condition is null ? null : CompileCondition(form, field, records, settings.Condition);
        if (reference is null || diagnostics.Items.Skip(before).Any(found => found.Severity == Severity.Error))
        {
            return null;
        }

        var paths = condition?.Facts.Dependencies.Select(path => Resolve(records, path)).ToList() ?? [];
        FieldModel?[] own = [reference, source, order, .. paths.Select(path => path[0])];
        var referred = paths.Where(path => path.Count > 1).Select(path => new ReferredField(path[0], path[1])).Distinct();
        return new(field, reference, settings.Operation, source, order, condition, [.. own.OfType<FieldModel>().Distinct()], [.. referred]) { IsForEverybody = settings.ForEverybody };
    }

    /// <summary>What cannot stand beside a rollup.</summary>
    private void CheckCompany(CompiledForm form, FieldModel field)
    {
        var definition = form.Definitions[form.IndexOf(field)];
        if (definition.Formula is not null)
        {
            diagnostics.Add(RollupDiagnostics.WithFormula(form.At(field, ".formula"), field.Label));
        }

        if (definition.Default is not null)
        {
            diagnostics.Add(LogicDiagnostics.DefaultOfComputed(form.At(field, ".default"), field.Label));
        }

        if (field.IsUnique)
        {
            diagnostics.Add(LogicDiagnostics.UniqueComputed(form.At(field), field.Label));
        }

        if (field.IsRequired || definition.RequiredWhen is not null)
        {
            diagnostics.Add(RollupDiagnostics.Required(form.At(field, field.IsRequired ? ".required" : ".requiredWhen"), field.Label));
        }
    }

    private FieldModel? FindReference(CompiledForm form, FieldModel field, FormModel records, string key)
    {
        if (records.Find(key) is { Shape: FieldShape.Reference } reference && reference.Target == form.Model)
        {
            return reference;
        }

        diagnostics.Add(RollupDiagnostics.NotAReference(form.At(field, ".settings.reference"), field.Label, records, key, form.Model));
        return null;
    }

    private FieldModel? FindOrder(CompiledForm form, FieldModel field, FormModel records, RollupSettings settings)
    {
        var isOrdered = settings.Operation is RollupOperation.First or RollupOperation.Last;
        if (isOrdered != settings.OrderBy is not null)
        {
            diagnostics.Add(isOrdered
                ? RollupDiagnostics.OrderMissing(form.At(field, ".settings"), field.Label)
                : RollupDiagnostics.OrderUnused(form.At(field, ".settings.orderBy"), field.Label));
            return null;
        }

        if (settings.OrderBy is not { } key)
        {
            return null;
        }

        var order = records.Find(key);
        if (order is null)
        {
            diagnostics.Add(CompilationDiagnostics.UnknownField(form.At(field, ".settings.orderBy"), records.Label, key));
        }
        else if (!IsStoredValue(order) || !IsComparable(order.Kind))
        {
            diagnostics.Add(RollupDiagnostics.OrderUnsuitable(form.At(field, ".settings.orderBy"), field.Label, order.Label));
        }

        return order;
    }

    private CompiledFormula? CompileCondition(CompiledForm form, FieldModel field, FormModel records, string text)
    {
        var compiled = FormulaCompiler.Compile(text, schemas.Of(records), new(FormulaContext.Set, ResultType: FormulaType.Boolean));
        var owner = RollupDiagnostics.ConditionOf(form.Model.Label, field.Label);
        var found = compiled.Diagnostics.Concat(compiled.HasErrors ? [] : FindUnsuitable(records, compiled)).ToList();
        diagnostics.AddRange(found.Select(mistake => LogicDiagnostics.In(owner, mistake, form.At(field, ".settings.condition"))));
        return found.TrueForAll(mistake => mistake.Severity != Severity.Error) ? compiled : null;
    }

    private static IEnumerable<FormulaDiagnostic> FindUnsuitable(FormModel records, CompiledFormula condition)
    {
        if (condition.Facts.IsVolatile)
        {
            yield return RollupDiagnostics.Volatile(condition.Root.Span);
        }

        foreach (var path in condition.Facts.Dependencies)
        {
            if (Resolve(records, path) is not { Count: 1 or 2 } fields || fields.Any(field => field.Lines is not null))
            {
                yield return RollupDiagnostics.TooFar(condition.Root.Span, path.Label.Chinese);
            }
            else if (fields.FirstOrDefault(field => field.IsLive) is { } live)
            {
                yield return RollupDiagnostics.Live(condition.Root.Span, live.Label);
            }
        }
    }

    private static List<FieldModel> Resolve(FormModel form, Formula.Binding.FieldPath path)
    {
        var fields = new List<FieldModel>();
        FormModel? owner = form;
        foreach (var step in path.Steps)
        {
            if (owner?.Find(step.Key) is not { } field)
            {
                return [];
            }

            fields.Add(field);
            owner = field.IsList ? null : field.Target ?? field.Lines;
        }

        return fields;
    }

    private static bool Suits(FieldModel source, RollupOperation operation) => IsStoredValue(source) && operation switch
    {
        RollupOperation.Sum or RollupOperation.Average => source.Kind == ValueKind.Number,
        RollupOperation.Min or RollupOperation.Max => IsComparable(source.Kind),
        RollupOperation.Distinct => true,
        _ => !source.HoldsIds,
    };

    private static bool IsStoredValue(FieldModel field) => field is { IsStored: true, IsList: false };

    private static bool IsComparable(ValueKind kind) => kind is ValueKind.Number or ValueKind.Date or ValueKind.DateTime or ValueKind.Time;
}
