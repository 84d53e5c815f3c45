using System.Linq.Expressions;
using LowCodeErp.Data.Formulas.Translation;
using LowCodeErp.Data.Queries;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Formulas.Cases;

/// <summary>
/// Takes the literals out of formulas and makes them the columns of a table of one row, so that the database computes everything
/// and neither .NET nor EF can beforehand.
/// </summary>
internal sealed class LiteralRow
{
    private readonly Dictionary<string, object?> _values = [];
    private readonly Dictionary<string, int> _counts = [];

    public ParameterExpression Row { get; } = RowExpressions.NewRow();

    /// <summary>No further formula should be added; what the last one may have brought still has its place.</summary>
    public bool IsFull => _counts.Values.Any(count => count > LiteralContext.ColumnsOfAType / 4);

    /// <summary>The column that stands for a literal.</summary>
    public Expression Add(ConstantExpression literal)
    {
        var column = Add(literal.Type.WrapNullable(), literal.Value);
        // A literal is never blank, whatever the column may be.
        return literal.Type == column.Type ? column : Expression.Convert(column, literal.Type);
    }

    /// <param name="type">One that may be blank.</param>
    public Expression Add(Type type, object? value)
    {
        var prefix = LiteralContext.Columns.First(column => column.Type == type).Prefix;
        var index = _counts.GetValueOrDefault(prefix);
        _counts[prefix] = index + 1;
        _values[prefix + index] = value;
        return RowExpressions.Column(Row, prefix + index, type);
    }

    public IQueryable<Row> Query(LiteralContext context)
    {
        var table = context.Model.FindEntityType(LiteralContext.Table)!;
        var columns = _values.Keys.Select((name, index) => $"CAST({{{index}}} AS {table.FindProperty(name)!.GetColumnType()}) AS {name}");
        // Names of columns only; the values are parameters.
        var select = "SELECT " + string.Join(", ", columns.DefaultIfEmpty("1 AS n0"));
        return context.Set<Row>(LiteralContext.Table).FromSqlRaw(select, [.. _values.Values.Select(value => value ?? DBNull.Value)]);
    }
}
