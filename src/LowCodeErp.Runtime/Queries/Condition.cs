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

    /// <summary>The text contains the other, ignoring case. For a reference or member: its title does; for a list: one of its items.</summary>
    public sealed record Contains(FieldPath Field, string Text) : Condition;

    public sealed record OneOf(FieldPath Field, IReadOnlyList<Value> Values) : Condition;

    /// <summary>A department is one of these, or below one of them.</summary>
    public sealed record InDepartment(FieldPath Field, IReadOnlyList<long> Departments) : Condition;

    /// <summary>A list holds at least one of the values.</summary>
    /// <param name="Values">Of the field's item kind; none of them blank; so for the next two.</param>
    public sealed record HasAny(FieldPath Field, IReadOnlyList<Value> Values) : Condition;

    /// <summary>A list holds each of the values, perhaps among others.</summary>
    public sealed record HasAll(FieldPath Field, IReadOnlyList<Value> Values) : Condition;

    /// <summary>A list holds none of the values; a blank one does not either.</summary>
    public sealed record HasNone(FieldPath Field, IReadOnlyList<Value> Values) : Condition;

    public sealed record IsBlank(FieldPath Field) : Condition;

    public sealed record IsNotBlank(FieldPath Field) : Condition;

    /// <summary>A formula holds.</summary>
    /// <param name="Formula">Compiled for the form of the query and the context set.</param>
    /// <param name="Context">Fixed for the whole query: one now, one user.</param>
    public sealed record Holds(CompiledFormula Formula, EvaluationContext Context) : Condition;
}
