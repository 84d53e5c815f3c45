using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Queries;

/// <summary>A condition on records. Comparisons with a blank are false, whichever way they point.</summary>
public abstract record Condition
{
    private Condition()
    {
    }

    public sealed record All(params IReadOnlyList<Condition> Conditions) : Condition;

    public sealed record Any(params IReadOnlyList<Condition> Conditions) : Condition;

    /// <param name="Value">Of the field's kind; never blank.</param>
    public sealed record Compare(FieldPath Field, ComparisonOperator Operator, Value Value) : Condition;

    /// <summary>The text contains the other, ignoring case. For a reference or member: its title does.</summary>
    public sealed record Contains(FieldPath Field, string Text) : Condition;

    public sealed record OneOf(FieldPath Field, IReadOnlyList<Value> Values) : Condition;

    public sealed record IsBlank(FieldPath Field) : Condition;

    public sealed record IsNotBlank(FieldPath Field) : Condition;

    /// <summary>A formula holds.</summary>
    /// <param name="Formula">Compiled for the form of the query and the context set.</param>
    /// <param name="Context">Fixed for the whole query: one now, one user.</param>
    public sealed record Holds(CompiledFormula Formula, EvaluationContext Context) : Condition;
}
