using System.Linq.Expressions;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Records;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>What lies in the trash.</summary>
public sealed partial class RecordQueries
{
    public async Task<TrashPage> ReadTrashAsync(RecordQuery query, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await OpenAsync(actor, cancellationToken, RecordState.InTrash);
        var projection = new RowProjection(session.Rows, query);
        var found = session.Find(query);
        var page = LastDeletedFirst(found).Skip(query.Skip).Take(query.Take ?? int.MaxValue).Select(projection.Select());
        var selected = await session.RunAsync(page.ToListAsync, cancellationToken);
        var total = HasEnd(query, selected.Count) ? query.Skip + selected.Count : await session.RunAsync(found.CountAsync, cancellationToken);
        return new(await NameAsync(session, query.Form, await ReadAsync(session, projection, selected, cancellationToken), cancellationToken), total);
    }

    public async Task<DeletedRecord?> FindDeletedAsync(FormModel form, long id, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var session = await OpenAsync(actor, cancellationToken, RecordState.InTrash);
        var projection = new RowProjection(session.Rows, form, []);
        var selected = await session.RunAsync(session.Find(form, HasId(id)).Select(projection.Select()).ToListAsync, cancellationToken);
        var rows = await ReadAsync(session, projection, selected, cancellationToken);
        return (await NameAsync(session, form, rows, cancellationToken)).SingleOrDefault();
    }

    public async Task<IReadOnlyList<RecordRow>> ReadDeletedLinesAsync(
        FieldModel subTable, RecordRow deleted, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subTable);
        ArgumentNullException.ThrowIfNull(deleted);
        var form = subTable.Lines ?? throw new ArgumentException($"{subTable} is not a sub-table.", nameof(subTable));
        await using var session = await OpenAsync(actor, cancellationToken, RecordState.InTrash);
        var found = session.Find(form, line => Expression.AndAlso(
            IsLineOf(session, form, line, deleted.Id),
            Expression.Equal(DeletedAt(line), Expression.Convert(RowExpressions.Parameter(deleted.UpdatedAt), typeof(DateTime?)))));
        return await ReadLinesAsync(session, form, found, cancellationToken);
    }

    private static IQueryable<Row> LastDeletedFirst(IQueryable<Row> found)
    {
        var row = RowExpressions.NewRow();
        return RowOrder.By(RowOrder.By(found, row, DeletedAt(row), descending: true), row, FormRows.Id(row), descending: true);
    }

    private static Expression DeletedAt(Expression row) => RowExpressions.Column(row, SystemColumns.DeletedAt, typeof(DateTime?));

    private async Task<IReadOnlyList<DeletedRecord>> NameAsync(
        ReadSession session, FormModel form, IReadOnlyList<RecordRow> rows, CancellationToken cancellationToken)
    {
        var (key, ids) = (form.Key, rows.Select(row => row.Id).ToList());
        await using var platform = platformContexts.On(session.Connection);
        var deletions = await platform.History.AsNoTracking()
            .Where(entry => entry.Form == key && ids.Contains(entry.RecordId) && entry.Action == HistoryAction.Delete)
            .Select(entry => new { entry.RecordId, entry.Version, entry.ActorName })
            .ToListAsync(cancellationToken);
        var names = deletions.ToLookup(deletion => (deletion.RecordId, deletion.Version), deletion => deletion.ActorName);
        return [.. rows.Select(row => new DeletedRecord(row, names[(row.Id, row.Version)].FirstOrDefault() ?? ""))];
    }
}
