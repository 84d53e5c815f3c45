using System.Linq.Expressions;
using System.Reflection;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Rollups;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Rollups;

/// <summary>Rolls up within a transaction: one UPDATE whose value is a subquery, for all records at once.</summary>
internal sealed class RollupWriter(WorkspaceContext context, DatabaseProvider provider, TimeZoneInfo zone) : IAsyncDisposable
{
    private static readonly MethodInfo _setProperty = typeof(UpdateSettersBuilder<Row>).GetMethods()
        .Single(method => method.Name == nameof(UpdateSettersBuilder<>.SetProperty) && method.IsGenericMethodDefinition && method.GetParameters()[1].ParameterType.IsGenericType);

    private readonly FormRows _rows = new(context);

    private RollupValues Values => new(_rows, provider, new(DateTime.UnixEpoch, zone));

    public Task UpdateAsync(FieldRollup rollup, long[] ids, CancellationToken cancellationToken)
    {
        var row = RowExpressions.NewRow();
        var column = _rows.Column(row, rollup.Field);
        var value = Values.Of(row, rollup);
        var isAsked = RowExpressions.Holds(RowExpressions.Items(ids), FormRows.Id(row));
        return RowExpressions.Where(_rows.Of(rollup.Field.Form), row, isAsked).ExecuteUpdateAsync(
            setters => _setProperty.MakeGenericMethod(column.Type).Invoke(setters, [Expression.Lambda(column, row), Expression.Lambda(value, row)]), cancellationToken);
    }

    public async Task<HashSet<long>> FindOwnersAsync(FieldRollup rollup, FieldModel reference, long[] ids, CancellationToken cancellationToken)
        => [.. (await Values.FindOwners(rollup, reference, ids).ToListAsync(cancellationToken)).OfType<long>()];

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
