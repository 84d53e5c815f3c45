using System.Collections.Immutable;
using System.Linq.Expressions;
using LowCodeErp.Data.Queries;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>A list or the rows of a table, before it becomes a query: where the items come from, which are left, and what is taken of each.</summary>
/// <param name="Item">Stands for an item of the source in conditions and value.</param>
/// <param name="Rows">The read of the table; null where the items are written out.</param>
/// <param name="Written">The items, where they are written out.</param>
internal sealed record FormulaItems(
    ParameterExpression Item, MethodCallExpression? Rows, IReadOnlyList<Expression> Written, ImmutableList<Expression> Conditions, Expression Value)
{
    public static FormulaItems OfRows(MethodCallExpression rows)
    {
        var item = Expression.Parameter(typeof(FormulaRecord), "item");
        return new(item, rows, [], [], item);
    }

    public static FormulaItems OfList(Type type, IReadOnlyList<Expression> written)
    {
        var item = Expression.Parameter(type, "item");
        return new(item, null, written, [], item);
    }

    /// <summary>Items as they are written, neither chosen from nor computed with.</summary>
    public bool IsPlainList => Rows is null && Conditions.IsEmpty && Value == Item;

    public FormulaItems Where(LambdaExpression condition) => this with { Conditions = Conditions.Add(Substitution.Apply(condition, Value)) };

    public FormulaItems Select(LambdaExpression value) => this with { Value = Substitution.Apply(value, Value) };
}
