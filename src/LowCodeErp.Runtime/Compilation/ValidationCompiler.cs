using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;
using FieldPath = LowCodeErp.Formula.Binding.FieldPath;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>The conditions that the records of a form must meet. One that looks at other records has to run on every database.</summary>
/// <param name="schemas">With the records of other forms.</param>
internal sealed class ValidationCompiler(CompiledForm form, FormSchemas schemas, DiagnosticBag diagnostics)
{
    private static readonly FormulaOptions Across = new(FormulaContext.Set, ResultType: FormulaType.Boolean);

    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    /// <param name="field">Null for conditions on the record as a whole.</param>
    /// <param name="path">Of the definitions, in the file.</param>
    public IEnumerable<RecordValidation> Compile(FieldModel? field, IReadOnlyList<ValidationDefinition> definitions, string path)
    {
        var owner = LogicDiagnostics.ValidationOf(form.Model.Label, field?.Label);
        foreach (var (index, definition) in definitions.Index())
        {
            CheckName(owner, definition, $"{path}[{index}].key");
            if (Compile(definition.Condition, owner, form.Source.At($"{path}[{index}].condition")) is { } condition)
            {
                yield return Create(field, condition, definition.Message, definition.Severity, definition.Key);
            }
        }
    }

    public RecordValidation Create(FieldModel? field, CompiledFormula condition, LocalizedText message, Severity severity, string? key)
        => new(field, condition, message, severity, key, ReadsOf(condition))
        {
            LooksAcross = LooksAcross(condition),
            IsTypable = !condition.Facts.Dependencies.Any(path => HasRelated(path) || ReadsLive(path)),
        };

    /// <summary>Null when it cannot run.</summary>
    public CompiledFormula? Compile(string text, LocalizedText owner, string path)
    {
        var schema = schemas.Of(form.Model);
        var compiled = FormulaCompiler.Compile(text, schema, FormulaOptions.Condition);
        if (!compiled.HasErrors && LooksAcross(compiled))
        {
            compiled = FormulaCompiler.Compile(text, schema, Across);
        }

        diagnostics.AddRange(compiled.Diagnostics.Select(mistake => LogicDiagnostics.In(owner, mistake, path)));
        return compiled.HasErrors ? null : compiled;
    }

    private bool LooksAcross(CompiledFormula compiled)
        => compiled.Facts.Dependencies.Any(path => HasRelated(path) || ReadsLive(path) || path.Steps.SkipLast(1).Any(step => step is { Kind: ValueKind.Reference, IsList: false }));

    /// <summary>No key of a field has a colon.</summary>
    private static bool HasRelated(FieldPath path) => path.Steps.Any(step => step.Kind == ValueKind.Table && step.Key.Contains(':', StringComparison.Ordinal));

    private bool ReadsLive(FieldPath path) => FieldsOf(path).Any(field => field.IsLive);

    private IEnumerable<FieldModel> FieldsOf(FieldPath path)
    {
        FormModel? owner = form.Model;
        foreach (var step in path.Steps)
        {
            var field = owner?.Find(step.Key);
            if (field is not null)
            {
                yield return field;
            }

            owner = field?.Target ?? field?.Lines;
        }
    }

    private IReadOnlyList<FieldModel> ReadsOf(CompiledFormula compiled)
        => [.. compiled.Facts.Dependencies.Select(path => form.Model.Find(path.Steps[0].Key)).OfType<FieldModel>().Distinct()];

    /// <summary>A warning is confirmed by its key, so it has one of its own.</summary>
    private void CheckName(LocalizedText owner, ValidationDefinition definition, string path)
    {
        if (definition is { Key: null, Severity: Severity.Warning })
        {
            diagnostics.Add(LogicDiagnostics.WarningWithoutKey(form.Source.At(path), owner));
        }
        else if (definition.Key is { } key && !Key.IsValid(key))
        {
            diagnostics.Add(CompilationDiagnostics.InvalidKey(form.Source.At(path), key));
        }
        else if (definition.Key is { } known && !_keys.Add(known))
        {
            diagnostics.Add(LogicDiagnostics.ValidationKeyRepeated(form.Source.At(path), owner, known));
        }
    }
}
