using LowCodeErp.Data.Encryption;
using System.Linq.Expressions;
using LowCodeErp.Data.Access;
using LowCodeErp.Data.Formulas;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Tiering;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;
using LowCodeErp.Runtime.Workspaces;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>
/// Fields of rows as expressions, through references: as a value (a correlated subquery) or as a condition (a subquery of
/// ids, which the database evaluates once and may turn round to begin at the other end).
/// </summary>
/// <param name="live">Null where no field is asked for that is computed in the query.</param>
/// <param name="access">What the viewer gets to see; null for everything.</param>
internal sealed class FormRows(WorkspaceContext context, LiveFields? live = null, AccessRows? access = null)
{
    public WorkspaceModel Workspace => context.Workspace;

    public DataKeys Keys => context.Keys;

    /// <summary>The rows that the viewer may see. Whatever is read of a form, through references too, begins here.</summary>
    /// <exception cref="FormChangedException">The form is not published any more.</exception>
    public IQueryable<Row> Of(FormModel form)
    {
        var rows = context.Model.FindEntityType(form.Key) is null ? throw new FormChangedException(form) : context.Rows(form.Key);
        return access?.Limit(form, rows) ?? rows;
    }

    /// <summary>Blank where the viewer may not see it: what he filters, sorts and searches by is what he is shown.</summary>
    /// <exception cref="FormChangedException">The published form has no such column any more.</exception>
    public Expression Column(Expression row, FieldModel field)
    {
        var column = ColumnOf(row, field);
        return access?.Limit(field.IndexedField ?? field, row, column) ?? column;
    }

    /// <summary>Whether there may be a record of which the viewer gets only the mask of the field.</summary>
    public bool Masks(FieldModel field) => access?.Masks(field) == true;

    /// <summary>
    /// What the mask of the last field is made of, where the viewer gets that and no more; blank elsewhere. Only what is shown may be made of it: whatever filters,
    /// sorts, groups, searches or computes gets the blank of <see cref="Column(Expression, FieldModel)"/>.
    /// </summary>
    public Expression Masked(Expression row, IReadOnlyList<FieldModel> path)
        => path.Count > 1 ? Through(row, path[0], target => Masked(target, [.. path.Skip(1)])) : access!.Masked(path[0], row, ColumnOf(row, path[0]));

    private Expression ColumnOf(Expression row, FieldModel field)
    {
        if (field.Tier is { } tier)
        {
            return new TierColumn(context, tier).Of(row);
        }

        if (field.IsLive)
        {
            return (live ?? throw new InvalidOperationException($"{field} is computed, for which this query knows no moment.")).Column(this, row, field);
        }

        var type = ColumnTypes.GetClrType(field.Storage.Kind);
        return context.Model.FindEntityType(field.Form.Key)?.FindProperty(field.Column)?.ClrType == type
            ? RowExpressions.Column(row, field.Column, type)
            : throw new FormChangedException(field.Form);
    }

    /// <summary>The last field, behind the references before it; blank where one of them is.</summary>
    public Expression Column(Expression row, IReadOnlyList<FieldModel> path)
        => path.Count == 1 ? Column(row, path[0]) : Through(row, path[0], target => Column(target, [.. path.Skip(1)]));

    /// <summary>
    /// The fields that lead to what people see: a reference is seen as the title of its target. Forms whose titles refer
    /// to each other have none; the last reference stands for them.
    /// </summary>
    public static IReadOnlyList<FieldModel> ToShown(IReadOnlyList<FieldModel> path)
    {
        var shown = path.ToList();
        while (shown[^1].Target?.Title is { } title && !shown.Contains(title))
        {
            shown.Add(title);
        }

        return shown;
    }

    /// <summary>What people see of the last field: the name of a member or file, else its value; of a list, its first item.</summary>
    public Expression Shown(Expression row, IReadOnlyList<FieldModel> path)
        => path.Count > 1 ? Through(row, path[0], target => Shown(target, [.. path.Skip(1)]))
            : DirectoryTable.Of(path[0]) is { } directory ? Referred(row, path[0], Of(directory), entry => TextColumn(entry, directory.Title))
            : Single(row, path[0]);

    /// <summary>Whether the last field's value satisfies the condition.</summary>
    public Expression Holds(Expression row, IReadOnlyList<FieldModel> path, Func<Expression, Expression> condition)
        => path.Count == 1
            ? condition(Column(row, path[0]))
            : RefersTo(row, path[0], Of(path[0].Target!), target => Holds(target, [.. path.Skip(1)], condition));

    /// <summary>As <see cref="Holds"/>, but for the text that people see.</summary>
    public Expression ShownHolds(Expression row, IReadOnlyList<FieldModel> path, Func<Expression, Expression> condition)
        => path.Count > 1
            ? RefersTo(row, path[0], Of(path[0].Target!), target => ShownHolds(target, [.. path.Skip(1)], condition))
            : DirectoryTable.Of(path[0]) is { } directory
                ? RefersTo(row, path[0], Of(directory), entry => condition(TextColumn(entry, directory.Title)))
                : path[0].IsList ? AnyItem(Column(row, path[0]), condition) : condition(Column(row, path[0]));

    /// <summary>Whether the field, or a reference before it, is blank.</summary>
    public Expression IsBlank(Expression row, IReadOnlyList<FieldModel> path)
    {
        var isBlank = RowExpressions.IsBlank(Column(row, path[0]));
        return path.Count == 1
            ? isBlank
            : Expression.OrElse(isBlank, RefersTo(row, path[0], Of(path[0].Target!), target => IsBlank(target, [.. path.Skip(1)])));
    }

    public IQueryable<Row> Members => context.Set<Row>(MemberTable.Name);

    public IQueryable<Row> Of(DirectoryTable directory) => context.Set<Row>(directory.Name);

    public static Expression TextColumn(Expression entry, string column) => RowExpressions.Column(entry, column, typeof(string));

    /// <summary>Whether a field names one of the departments or one below them, which the trails tell.</summary>
    public Expression IsWithin(Expression row, IReadOnlyList<FieldModel> path, IReadOnlyList<long> departments)
        => path.Count > 1
            ? RefersTo(row, path[0], Of(path[0].Target!), target => IsWithin(target, [.. path.Skip(1)], departments))
            : RefersTo(row, path[0], Of(DirectoryTable.Of(path[0])!), below => IsBelow(below, Of(DirectoryTable.Of(path[0])!), departments));

    private static MethodCallExpression IsBelow(Expression below, IQueryable<Row> all, IReadOnlyList<long> departments)
    {
        var top = RowExpressions.NewRow();
        var isTop = RowExpressions.Holds(RowExpressions.Items(departments.ToArray()), Id(top));
        var begins = Expression.Call(TextColumn(below, DepartmentTable.Trail), nameof(string.StartsWith), null, TextColumn(top, DepartmentTable.Trail));
        return Call(nameof(Queryable.Any), [typeof(Row)], RowExpressions.Where(all, top, Expression.AndAlso(isTop, begins)).Expression);
    }

    public static Expression Id(Expression row) => RowExpressions.Column(row, SystemColumns.Id, typeof(long));

    /// <summary>The one value of a field, or the first of a list.</summary>
    private Expression Single(Expression row, FieldModel field)
        => field.IsList ? RowExpressions.First(Column(row, field)) : Column(row, field);

    private static Expression AnyItem(Expression list, Func<Expression, Expression> condition)
    {
        var item = Expression.Parameter(list.Type.GetElementType()!, "item");
        return RowExpressions.AnyItem(list, item, condition(item));
    }

    private Expression Through(Expression row, FieldModel reference, Func<Expression, Expression> select)
        => Referred(row, reference, Of(reference.Target!), select);

    /// <summary>What is selected from the one row that the reference refers to; null when it is blank.</summary>
    private MethodCallExpression Referred(
        Expression row, FieldModel reference, IQueryable<Row> targets, Func<Expression, Expression> select)
    {
        var target = RowExpressions.NewRow();
        var isReferred = Expression.Equal(Expression.Convert(Id(target), typeof(long?)), Single(row, reference));
        var selected = select(target);
        var found = RowExpressions.Where(targets, target, isReferred).Expression;
        var values = Call(nameof(Queryable.Select), [typeof(Row), selected.Type], found, Expression.Lambda(selected, target));
        return Call(nameof(Queryable.FirstOrDefault), [selected.Type], values);
    }

    private MethodCallExpression RefersTo(
        Expression row, FieldModel reference, IQueryable<Row> targets, Func<Expression, Expression> condition)
    {
        var target = RowExpressions.NewRow();
        if (reference.IsList)
        {
            var isItem = RowExpressions.Holds(Column(row, reference), Id(target));
            var items = RowExpressions.Where(targets, target, Expression.AndAlso(isItem, condition(target)));
            return Call(nameof(Queryable.Any), [typeof(Row)], items.Expression);
        }

        var found = RowExpressions.Where(targets, target, condition(target));
        var ids = found.Select(Expression.Lambda<Func<Row, long?>>(Expression.Convert(Id(target), typeof(long?)), target));
        return Call(nameof(Queryable.Contains), [typeof(long?)], ids.Expression, Column(row, reference));
    }

    private static MethodCallExpression Call(string method, Type[] types, params Expression[] arguments)
        => Expression.Call(typeof(Queryable), method, types, arguments);
}
