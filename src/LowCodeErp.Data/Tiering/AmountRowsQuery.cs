using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Queries;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Tiering;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Tiering;

/// <summary>
/// The records of a tier model's source with their subject, order, date and amounts. Each reference on a path is one join,
/// however many paths go through it. Records count unless they, or a record on the way to their subject, date or order, are in
/// the trash.
/// </summary>
internal sealed class AmountRowsQuery(WorkspaceContext context, TierSource source)
{
    private static readonly MethodInfo _units = ((Func<decimal?, long, long>)AmountUnits.Of).Method;
    private readonly ConstantExpression _unitsInOne = Expression.Constant(TierMetric.ToUnits(1, source.Scale));

    public IQueryable<AmountRow> Build()
    {
        var root = Expression.Parameter(typeof(Row), "row");
        var places = ImmutableDictionary<string, LambdaExpression>.Empty.Add("", Expression.Lambda(root, root));
        return Join(Alive(source.Form), places, [.. FindReferences()]);
    }

    private IQueryable<AmountRow> Join<T>(
        IQueryable<T> rows, ImmutableDictionary<string, LambdaExpression> places, ImmutableQueue<ReferenceStep> steps)
    {
        if (steps.IsEmpty)
        {
            return rows.Select(BuildRow<T>(places));
        }

        var rest = steps.Dequeue(out var step);
        var key = Read<T, long?>(places[step.From], step.Field);
        var joined = step.IsDecisive
            ? rows.Join(Alive(step.Field.Target!), key, IdOf(), (left, right) => new Joined<T> { Left = left, Right = right })
            : rows.LeftJoin(context.Rows(step.Field.Target!.Key), key, IdOf(), (left, right) => new Joined<T> { Left = left, Right = right });
        return Join(joined, Nest<T>(places, step), rest);
    }

    private IQueryable<Row> Alive(FormModel form)
        => context.Rows(form.Key).Where(row => EF.Property<DateTime?>(row, SystemColumns.DeletedAt) == null);

    private static Expression<Func<Row, long?>> IdOf() => row => EF.Property<long>(row, SystemColumns.Id);

    /// <summary>Every reference that a path goes through, the shorter ways first, each once.</summary>
    private IEnumerable<ReferenceStep> FindReferences()
    {
        FieldPath?[] decisive = [source.Subject, source.Date, source.Order];
        FieldPath?[] others = [source.Amount, source.Status, source.Deduction];
        return decisive.OfType<FieldPath>().SelectMany(path => FindReferences(path, isDecisive: true))
            .Concat(others.OfType<FieldPath>().SelectMany(path => FindReferences(path, isDecisive: false)))
            .DistinctBy(step => step.To)
            .OrderBy(step => step.To.Count(part => part == '.'));
    }

    private static IEnumerable<ReferenceStep> FindReferences(FieldPath path, bool isDecisive)
    {
        for (var length = 1; length < path.Fields.Count; length++)
        {
            yield return new(PlaceOf(path, length - 1), PlaceOf(path, length), path.Fields[length - 1], isDecisive);
        }
    }

    private static string PlaceOf(FieldPath path, int length) => string.Concat(path.Fields.Take(length).Select(field => "." + field.Key));

    /// <summary>What was found in a row is found one level deeper in the joined one, and the joined record beside it.</summary>
    private static ImmutableDictionary<string, LambdaExpression> Nest<T>(ImmutableDictionary<string, LambdaExpression> places, ReferenceStep step)
    {
        var joined = Expression.Parameter(typeof(Joined<T>), "joined");
        var left = Expression.Property(joined, nameof(Joined<T>.Left));
        return places
            .ToImmutableDictionary(place => place.Key, place => Expression.Lambda(Substitution.Apply(place.Value, left), joined))
            .Add(step.To, Expression.Lambda(Expression.Property(joined, nameof(Joined<T>.Right)), joined));
    }

    private Expression<Func<T, AmountRow>> BuildRow<T>(ImmutableDictionary<string, LambdaExpression> places)
    {
        var row = Expression.Parameter(typeof(T), "row");
        return Expression.Lambda<Func<T, AmountRow>>(
            Expression.MemberInit(
                Expression.New(typeof(AmountRow)),
                Bind(nameof(AmountRow.Subject), Value<long?>(source.Subject, places, row)),
                Bind(nameof(AmountRow.Order), Value<long?>(source.Order, places, row)),
                Bind(nameof(AmountRow.Date), Value<DateOnly?>(source.Date, places, row)),
                Bind(nameof(AmountRow.Amount), Units(source.Amount, places, row)),
                Bind(nameof(AmountRow.Deduction), Units(source.Deduction, places, row)),
                Bind(nameof(AmountRow.Status), Value<string>(source.Status, places, row))),
            row);
    }

    private static MemberAssignment Bind(string property, Expression value) => Expression.Bind(typeof(AmountRow).GetProperty(property)!, value);

    private static Expression Value<TValue>(FieldPath? path, ImmutableDictionary<string, LambdaExpression> places, Expression row)
        => path is null ? Expression.Constant(null, typeof(TValue)) : Read<TValue>(places[PlaceOf(path, path.Fields.Count - 1)], path.Field, row);

    private Expression Units(FieldPath? path, ImmutableDictionary<string, LambdaExpression> places, Expression row)
        => path is null ? Expression.Constant(0L) : Expression.Call(_units, Value<decimal?>(path, places, row), _unitsInOne);

    private static Expression<Func<T, TValue>> Read<T, TValue>(LambdaExpression place, FieldModel field)
    {
        var row = Expression.Parameter(typeof(T), "row");
        return Expression.Lambda<Func<T, TValue>>(Read<TValue>(place, field, row), row);
    }

    private static MethodCallExpression Read<TValue>(LambdaExpression place, FieldModel field, Expression row)
        => Expression.Call(typeof(EF), nameof(EF.Property), [typeof(TValue)], Substitution.Apply(place, row), Expression.Constant(field.Column));

    /// <summary>A reference to follow. Places are written as paths with a point before each part; the source itself is "".</summary>
    /// <param name="IsDecisive">Whether records without it are left out.</param>
    private sealed record ReferenceStep(string From, string To, FieldModel Field, bool IsDecisive);
}
