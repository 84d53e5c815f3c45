using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Platform.Mapping;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Auditing;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Auditing;

/// <summary>Reads the audit log. Whoever offers it to people checks that they may.</summary>
public sealed class AuditTrail(WorkspaceConnections connections)
{
    private static readonly FrozenDictionary<string, AuditKind> _kinds = Enum.GetValues<AuditKind>().ToFrozenDictionary(KeyedEnum.ToKey);

    private readonly PlatformContextFactory _contexts = new(connections);

    public async Task<IReadOnlyList<AuditItem>> ReadAsync(AuditQuery query, int take, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return [.. (await Find(context, query).Take(take).ToListAsync(cancellationToken)).Select(ToItem)];
    }

    /// <summary>Without holding them in memory: for files.</summary>
    public async IAsyncEnumerable<AuditItem> StreamAsync(AuditQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        context.Database.SetCommandTimeout(TimeSpan.Zero);
        await foreach (var row in Find(context, query).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return ToItem(row);
        }
    }

    private static IQueryable<AuditRow> Find(PlatformContext context, AuditQuery query)
    {
        var rows = context.Audit.AsNoTracking();
#pragma warning disable CA1304, CA1311, CA1862 // They become functions of the database.
        if (query.Who.Trim() is { Length: > 0 } who)
        {
            rows = rows.Where(row => row.ActorName.ToLower().Contains(who.ToLower()));
        }

        if (query.Words.Trim() is { Length: > 0 } words)
        {
            rows = rows.Where(row => row.Details.ToLower().Contains(words.ToLower()) || row.Address.Contains(words));
        }
#pragma warning restore CA1304, CA1311, CA1862

        if (query.Kind is { } kind)
        {
            var key = KeyedEnum.ToKey(kind);
            rows = rows.Where(row => row.Kind == key);
        }

        if (query.Form.Length > 0)
        {
            rows = rows.Where(row => row.Form == query.Form);
        }

        return InOrder(Within(rows, query));
    }

    private static IQueryable<AuditRow> Within(IQueryable<AuditRow> rows, AuditQuery query)
    {
        if (query.From is { } from)
        {
            rows = rows.Where(row => row.At >= from);
        }

        if (query.Until is { } until)
        {
            rows = rows.Where(row => row.At < until);
        }

        // Both parts: the first can be read from the index, the second decides among equals.
        return query.After is { } after
            ? rows.Where(row => row.At <= after.At && (row.At < after.At || row.Id < after.Id))
            : rows;
    }

    private static IOrderedQueryable<AuditRow> InOrder(IQueryable<AuditRow> rows) => rows.OrderByDescending(row => row.At).ThenByDescending(row => row.Id);

    private static AuditItem ToItem(AuditRow row) => new(
        row.Id, row.At, row.ActorId, row.ActorName, _kinds.TryGetValue(row.Kind, out var kind) ? kind : null, row.App, row.Form, row.RecordId,
        AuditDetails.Read(row.Details), row.Address);
}
