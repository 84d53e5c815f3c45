using LowCodeErp.Data.Encryption;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Platform.Mapping;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Records;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;
using MemberTable = LowCodeErp.Data.Model.MemberTable;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>Reads records through expression trees that EF turns into SQL; each read has a connection of its own.</summary>
public sealed partial class RecordQueries(
    WorkspaceConnections connections,
    WorkspaceContextFactory contexts,
    PlatformContextFactory platformContexts,
    IWorkspace workspace,
    IAccess access)
    : IRecordQueries
{
    private const int RowsOfPortion = 500;

    /// <summary>What was used long ago is no suggestion, and a million records are no reason to wait.</summary>
    private const int RowsOfSuggestion = 5_000;

    /// <summary>
    /// SQLite knows nothing of how many rows lie in a range, and rather goes through all rows in the order of the page than sort what an index
    /// finds. So it is counted first there; what is few is sorted.
    /// </summary>
    public async Task<RecordPage> ReadPageAsync(RecordQuery query, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await OpenAsync(actor, cancellationToken);
        var projection = new RowProjection(session.Rows, query);
        var found = session.Find(query);
        var counted = query.CountsUpTo is { } most && session.Provider == DatabaseProvider.Sqlite && (query.Where is not null || !session.SeesAll(query.Form))
            ? await RowCount.ReadAsync(session, found, most, cancellationToken)
            : ((int Count, bool IsEstimate)?)null;
        var selected = query.Seek is not null || (query is { Skip: 0, Take: not null } && SeekMark.Suits(query.Sort))
            ? await SeekAsync(session, projection, found, query, findsFew: counted is { IsEstimate: false }, cancellationToken)
            : await session.RunAsync(session.Page(found, query).Select(projection.Select()).ToListAsync, cancellationToken);
        var (total, isEstimate) = counted ?? await CountAsync(session, found, query, selected.Count, cancellationToken);
        return new(await ReadAsync(session, projection, selected, cancellationToken), total, isEstimate);
    }

    private static async Task<List<object?[]>> SeekAsync(
        ReadSession session, RowProjection projection, IQueryable<Row> found, RecordQuery query, bool findsFew, CancellationToken cancellationToken)
    {
        var selected = new List<object?[]>();
        var take = query.Take ?? int.MaxValue;
        foreach (var region in new RowSeek(session.Rows, query, findsFew).GetRegions(found))
        {
            if (selected.Count < take)
            {
                var page = ReadSession.Cut(region, nameof(Queryable.Take), take - selected.Count).Select(projection.Select());
                selected.AddRange(await session.RunAsync(page.ToListAsync, cancellationToken));
            }
        }

        if (query.Seek is { IsBackward: true })
        {
            selected.Reverse();
        }

        return selected;
    }

    /// <summary>Whoever finds nothing wants to know where the end is.</summary>
    private static async Task<(int Count, bool IsEstimate)> CountAsync(
        ReadSession session, IQueryable<Row> found, RecordQuery query, int selected, CancellationToken cancellationToken)
        => query.Seek is null && HasEnd(query, selected) ? (query.Skip + selected, false)
            : query.CountsUpTo is { } most && selected > 0 ? await RowCount.ReadAsync(session, found, most, cancellationToken)
            : (await session.RunAsync(found.CountAsync, cancellationToken), false);

    /// <summary>
    /// One statement, and so one state of the database from the first row to the last on every provider; only what the items of
    /// lists are called is asked for a portion at a time, on a connection of its own.
    /// </summary>
    public async IAsyncEnumerable<RecordRow> StreamAsync(
        RecordQuery query, Actor actor, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await OpenAsync(actor, cancellationToken);
        var projection = new RowProjection(session.Rows, query);
        var rows = session.Page(session.Find(query), query).Select(projection.Select());
        await using var items = projection.Lists.Any() ? await OpenAsync(actor, cancellationToken) : null;
        await foreach (var portion in rows.AsAsyncEnumerable().Chunk(RowsOfPortion).WithCancellation(cancellationToken))
        {
            foreach (var row in await ReadAsync(items ?? session, projection, portion, cancellationToken))
            {
                yield return row;
            }
        }
    }

    public async Task<RecordRow?> FindAsync(FormModel form, long id, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var session = await OpenAsync(actor, cancellationToken);
        var projection = new RowProjection(session.Rows, form, []);
        var found = session.Find(form, HasId(id)).Select(projection.Select());
        var selected = await session.RunAsync(found.SingleOrDefaultAsync, cancellationToken);
        return selected is null ? null : (await ReadAsync(session, projection, [selected], cancellationToken))[0];
    }

    public async Task<IReadOnlyList<RecordRow>> ReadLinesAsync(
        FieldModel subTable, long parentId, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subTable);
        var form = subTable.Lines ?? throw new ArgumentException($"{subTable} is not a sub-table.", nameof(subTable));
        await using var session = await OpenAsync(actor, cancellationToken);
        return await ReadLinesAsync(session, form, session.Find(form, line => IsLineOf(session, form, line, parentId)), cancellationToken);
    }

    public async Task<IReadOnlyList<RecordReference>> SuggestAsync(
        FormModel form, string? text, int take, Actor actor, Condition? limit = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        await using var session = await OpenAsync(actor, cancellationToken);
        var title = new ShownText(session.Rows, FormRows.ToShown([form.Title ?? throw new ArgumentException($"{form} has no title to suggest.", nameof(form))]));
        var code = form.Code is null || form.Code == form.Title ? null : new ShownText(session.Rows, FormRows.ToShown([form.Code]));
        var row = RowExpressions.NewRow();
        var suggestion = new Suggestion(row, title.Select(row), code?.Select(row));
        var suggested = suggestion.Read(session.Find(new RecordQuery(form) { Where = limit }), text, take)
            .Select(found => new RecordReference(
                (long)found[0]!,
                title.Read(found[1], found[2], (long)found[0]!),
                found[3] is null && found[4] is null ? null : code!.Read(found[3], found[4], (long)found[0]!)));
        return await session.RunAsync(token => suggested.ToListAsync(token).AsTask(), cancellationToken);
    }

    public async Task<IReadOnlyList<RecordReference>> SuggestMembersAsync(
        string? text, int take, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var session = await OpenAsync(actor, cancellationToken);
        var row = RowExpressions.NewRow();
        var active = RowExpressions.Where(session.Rows.Members, row, RowExpressions.Column(row, MemberTable.IsActive, typeof(bool)));
        var suggestion = new Suggestion(
            row, (FormRows.TextColumn(row, MemberTable.DisplayName), Expression.Constant(null)), (FormRows.TextColumn(row, MemberTable.UserName), Expression.Constant(null)));
        var suggested = suggestion.Read(active, text, take)
            .Select(selected => new RecordReference((long)selected[0]!, (string)selected[1]!, (string?)selected[3]));
        return await session.RunAsync(token => suggested.ToListAsync(token).AsTask(), cancellationToken);
    }

    public async Task<IReadOnlyList<string>> SuggestItemsAsync(
        FieldModel list, string? text, int take, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(list);
        await using var session = await OpenAsync(actor, cancellationToken);
        var row = RowExpressions.NewRow();
        var filled = RowExpressions.Where(session.Visible(list.Form), row, RowExpressions.IsNotBlank(session.Rows.Column(row, list)));
        var newest = RowOrder.By(filled, row, FormRows.Id(row), descending: true).Take(RowsOfSuggestion)
            .Select(Expression.Lambda<Func<Row, string[]>>(session.Rows.Column(row, list), row));

        // SQLite cannot take apart the lists of rows that a query has cut off; so many are counted here as fast.
        var items = (await session.RunAsync(newest.ToListAsync, cancellationToken)).SelectMany(texts => texts);
        return [.. items.Where(item => item.Contains(text?.Trim() ?? "", StringComparison.OrdinalIgnoreCase))
            .CountBy(item => item).OrderByDescending(item => item.Value).ThenBy(item => item.Key, StringComparer.Ordinal)
            .Take(take).Select(item => item.Key)];
    }

    /// <summary>A record that the actor cannot see has no history either.</summary>
    public async Task<IReadOnlyList<RecordChange>> ReadHistoryAsync(
        FormModel form, long id, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        await using var session = await OpenAsync(actor, cancellationToken);
        if (!await session.Find(form, HasId(id)).AnyAsync(cancellationToken) && await FindDeletedAsync(form, id, actor, cancellationToken) is null)
        {
            return [];
        }

        var key = form.Key;
        await using var platform = platformContexts.On(session.Connection);
        var entries = platform.History.AsNoTracking()
            .Where(entry => entry.Form == key && entry.RecordId == id)
            .OrderByDescending(entry => entry.Version).ThenByDescending(entry => entry.Id)
            .Select(entry => new { entry.Version, entry.At, entry.ActorName, entry.Action, entry.Through, entry.Changes });
        var rights = actor is { IsAdministrator: true, Task: null } ? null : await ReadRightsAsync(session, form, id, actor, cancellationToken);
        return [.. (await entries.ToListAsync(cancellationToken))
            .Select(entry => new RecordChange(
                entry.Version, entry.At, entry.ActorName, KeyedEnum.ToKey(entry.Action), KeyedEnum.ToKey(entry.Through), SealedChanges.Open(form, id, entry.Changes, connections.Keys)))
            .Select(change => rights is null ? change : Limit(change, form, rights))];
    }

    private static async Task<IReadOnlyList<RecordRow>> ReadAsync(
        ReadSession session, RowProjection projection, IReadOnlyList<object?[]> selected, CancellationToken cancellationToken)
    {
        var titles = await ItemTitles.ReadAsync(session.Rows, projection, selected, cancellationToken);
        return [.. selected.Select(row => projection.Read(row, titles))];
    }

    private static Func<Expression, Expression> HasId(long id) => row => Expression.Equal(FormRows.Id(row), RowExpressions.Parameter(id));

    /// <summary>A page that is not full ends the result and tells its size; an empty one may lie beyond the end.</summary>
    private static bool HasEnd(RecordQuery query, int count)
        => (query.Take is null || count < query.Take) && (count > 0 || query.Skip == 0);

    private static BinaryExpression IsLineOf(ReadSession session, FormModel form, Expression line, long parentId)
        => Expression.Equal(session.Rows.Column(line, form.ParentReference!), Expression.Convert(RowExpressions.Parameter(parentId), typeof(long?)));

    /// <summary>In the order of their positions.</summary>
    private static async Task<IReadOnlyList<RecordRow>> ReadLinesAsync(
        ReadSession session, FormModel form, IQueryable<Row> found, CancellationToken cancellationToken)
    {
        var projection = new RowProjection(session.Rows, form, []);
        var row = RowExpressions.NewRow();
        var sorted = RowOrder.By(found, row, RowExpressions.Column(row, SystemColumns.Position, typeof(int)));
        var lines = RowOrder.By(sorted, row, FormRows.Id(row)).Select(projection.Select());
        return await ReadAsync(session, projection, await session.RunAsync(lines.ToListAsync, cancellationToken), cancellationToken);
    }

    private async Task<ReadSession> OpenAsync(Actor actor, CancellationToken cancellationToken, RecordState state = RecordState.InUse)
        => await ReadSession.OpenAsync(connections, contexts, workspace.Current, await access.OfAsync(actor, cancellationToken), cancellationToken, state);
}
