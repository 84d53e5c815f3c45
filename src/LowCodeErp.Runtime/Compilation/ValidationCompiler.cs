using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>The conditions that the records of a form must meet. One that looks at other records has to run on every database.</summary>
/// <param name="schemas">With the records of other forms.</param>
internal sealed class ValidationCompiler(CompiledForm form, FormSchemas schemas, DiagnosticBag diagnostics)
{
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
            LooksAcross = FormulaReach.LooksAcross(form.Model, condition),
            IsTypable = !condition.Facts.Dependencies.Any(path => FormulaReach.HasRelated(path) || FormulaReach.ReadsLive(form.Model, path)),
        };

    /// <summary>Null when it cannot run.</summary>
    public CompiledFormula? Compile(string text, LocalizedText owner, string path)
    {
        var compiled = FormulaReach.Compile(text, form.Model, schemas, FormulaType.Boolean);
        diagnostics.AddRange(compiled.Diagnostics.Select(mistake => LogicDiagnostics.In(owner, mistake, path)));
        return compiled.HasErrors ? null : compiled;
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
