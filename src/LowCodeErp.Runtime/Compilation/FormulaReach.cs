using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Forms;
using FieldPath = LowCodeErp.Formula.Binding.FieldPath;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>Formulas that may look beyond their record, which then are computed by the database: they have to run on every one.</summary>
internal static class FormulaReach
{
    /// <param name="schemas">With the records of other forms.</param>
    /// <param name="type">Null: anything.</param>
    public static CompiledFormula Compile(string text, FormModel form, FormSchemas schemas, FormulaType? type)
    {
        var schema = schemas.Of(form);
        var compiled = FormulaCompiler.Compile(text, schema, new(ResultType: type));
        return !compiled.HasErrors && LooksAcross(form, compiled) ? FormulaCompiler.Compile(text, schema, new(FormulaContext.Set, ResultType: type)) : compiled;
    }

    /// <summary>Whether it reads more than its record and that one's lines.</summary>
    public static bool LooksAcross(FormModel form, CompiledFormula compiled)
        => compiled.Facts.Dependencies.Any(path => HasRelated(path) || ReadsLive(form, path) || path.Steps.SkipLast(1).Any(step => step is { Kind: ValueKind.Reference, IsList: false }));

    /// <summary>No key of a field has a colon.</summary>
    public static bool HasRelated(FieldPath path) => path.Steps.Any(step => step.Kind == ValueKind.Table && step.Key.Contains(':', StringComparison.Ordinal));

    /// <summary>Whether a field on the way is computed when it is read.</summary>
    public static bool ReadsLive(FormModel form, FieldPath path) => FieldsOf(form, path).Any(field => field.IsLive);

    /// <summary>Those on the way and the one at its end.</summary>
    public static IEnumerable<FieldModel> FieldsOf(FormModel form, FieldPath path)
    {
        FormModel? owner = form;
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
}
