using System.Linq.Expressions;
using LowCodeErp.Data.Formulas.Functions;
using LowCodeErp.Data.Formulas.Translation;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Rollups;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Rollups;

/// <summary>What a rollup is for a record, as a subquery over the records that refer to it; computed in the same exact numbers as formulas.</summary>
/// <param name="run">What conditions know besides the records; they do not depend on the moment.</param>
internal sealed class RollupValues(FormRows rows, DatabaseProvider provider, EvaluationContext run)
{
    /// <param name="row">The record into which is rolled up.</param>
    public Expression Of(Expression row, FieldRollup rollup)
    {
        var item = RowExpressions.NewRow();
        var items = Counted(rollup, row, item);
        var type = ColumnTypes.GetClrType(rollup.Field.Storage.Kind);
        return rollup.Operation switch
        {
            RollupOperation.Count => Computed(Aggregate(items, item, SqlOperation.Count, FormRows.Id(item)), type),
            RollupOperation.Distinct => Computed(Number(CountDistinct(items, item, Source(item, rollup))), type),
            RollupOperation.First or RollupOperation.Last => FindEnd(items, item, rollup),
            RollupOperation.Average => Computed(Average(items, item, rollup), type),
            _ => Computed(Aggregate(items, item, OperationOf(rollup.Operation), Source(item, rollup)), type),
        };
    }

    /// <summary>The records into which those are rolled up whose reference leads to one of some records.</summary>
    public IQueryable<long?> FindOwners(FieldRollup rollup, FieldModel reference, long[] ids)
    {
        var item = RowExpressions.NewRow();
        var owner = rows.Column(item, rollup.Reference);
        var leadsThere = RowExpressions.Holds(RowExpressions.Items(ids.Select(id => (long?)id).ToArray()), rows.Column(item, reference));
        return RowExpressions.Where(rows.Of(rollup.Records), item, RowExpressions.AllOf([IsAlive(item), RowExpressions.IsNotBlank(owner), leadsThere]))
            .Select(Expression.Lambda<Func<Row, long?>>(owner, item))
            .Distinct();
    }

    /// <summary>The records that count.</summary>
    private IQueryable<Row> Counted(FieldRollup rollup, Expression row, ParameterExpression item)
    {
        var isOwned = Expression.Equal(rows.Column(item, rollup.Reference), Expression.Convert(FormRows.Id(row), typeof(long?)));
        var found = RowExpressions.Where(rows.Of(rollup.Records), item, Expression.AndAlso(isOwned, IsAlive(item)));
        if (rollup.Condition is not { } condition)
        {
            return found;
        }

        var counts = new FormulaRewriter(rows, provider, run)
            .Rewrite(condition.ToCondition(SqlRowAccess.Instance), new RowAlone(rows, rollup.Records, item));
        return RowExpressions.Where(found, item, counts);
    }

    private Expression Source(Expression item, FieldRollup rollup) => rows.Column(item, rollup.Source!);

    private static Expression IsAlive(Expression row)
        => RowExpressions.IsBlank(RowExpressions.Column(row, Runtime.Forms.SystemColumns.DeletedAt, typeof(DateTime?)));

    private static Expression Aggregate(IQueryable<Row> items, ParameterExpression item, string operation, Expression value)
        => Aggregate(items, item, FormulaRewriter.Call(operation, operation is SqlOperation.Minimum or SqlOperation.Maximum ? value.Type : typeof(decimal?), value));

    private static Expression Aggregate(IQueryable<Row> items, ParameterExpression item, Expression aggregate)
        => new ItemQuery(items.Expression, item, aggregate, Joined: null) { IsOrdered = false }.Aggregate(aggregate);

    /// <summary>Rounded to the decimals of the rollup; of nothing it is blank, which rounding would take for 0.</summary>
    private Expression Average(IQueryable<Row> items, ParameterExpression item, FieldRollup rollup)
    {
        var average = FormulaRewriter.Call(SqlOperation.Average, typeof(decimal?), Source(item, rollup));
        var decimals = RowExpressions.Parameter((decimal)(rollup.Field.Storage.Scale ?? 0));
        var rounded = FormulaRewriter.Call(ScalarPrimitives.NameOf(nameof(FormulaPrimitives.Round)), typeof(decimal?), average, decimals);
        return Aggregate(items, item, Expression.Condition(RowExpressions.IsBlank(average), FormulaRewriter.Call(SqlOperation.Blank, typeof(decimal?)), rounded));
    }

    private static Expression CountDistinct(IQueryable<Row> items, ParameterExpression item, Expression value)
    {
        var present = RowExpressions.Where(items, item, RowExpressions.IsNotBlank(value));
        var values = Expression.Call(typeof(Queryable), nameof(Queryable.Select), [typeof(Row), value.Type], present.Expression, Expression.Lambda(value, item));
        var different = Expression.Call(typeof(Queryable), nameof(Queryable.Distinct), [value.Type], values);
        return Expression.Call(typeof(Queryable), nameof(Queryable.Count), [value.Type], different);
    }

    /// <summary>Of those with equal values in the order, the one that was made first or last.</summary>
    private Expression FindEnd(IQueryable<Row> items, ParameterExpression item, FieldRollup rollup)
    {
        var key = rows.Column(item, rollup.OrderBy!);
        var sorted = Sort(RowExpressions.Where(items, item, RowExpressions.IsNotBlank(key)).Expression, nameof(Queryable.OrderBy), key);
        var ended = Sort(sorted, nameof(Queryable.ThenBy), FormRows.Id(item));
        return new ItemQuery(ended, item, key, Joined: null).Single(Source(item, rollup));

        Expression Sort(Expression source, string method, Expression by) => Expression.Call(
            typeof(Queryable), method + (rollup.Operation == RollupOperation.Last ? "Descending" : ""), [typeof(Row), by.Type], source, Expression.Lambda(by, item));
    }

    private static Expression Number(Expression count) => FormulaRewriter.Call(SqlOperation.Number, typeof(decimal?), count);

    private static Expression Computed(Expression value, Type type) => FormulaRewriter.ToColumn(value, type, isAsStored: false);

    private static string OperationOf(RollupOperation operation) => operation switch
    {
        RollupOperation.Sum => SqlOperation.Sum,
        RollupOperation.Min => SqlOperation.Minimum,
        RollupOperation.Max => SqlOperation.Maximum,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, null),
    };
}
