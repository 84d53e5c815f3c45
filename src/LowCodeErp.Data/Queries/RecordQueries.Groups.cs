using System.Linq.Expressions;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Model;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>Records in groups, counted and summed by the database.</summary>
public sealed partial class RecordQueries
{
    public async Task<RecordGroups> ReadGroupsAsync(RecordQuery query, RecordGrouping grouping, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(grouping);
        await using var session = await OpenAsync(actor, cancellationToken);
        var groups = RowGroups.Of(session.Rows, session.Find(query), grouping);
        var read = await session.RunAsync(groups.ToListAsync, cancellationToken);
        var titles = await ReadTitlesAsync(session, grouping.By, read, cancellationToken);
        return new([.. read.Take(grouping.Most).Select(group => ToGroup(group, grouping, titles))], read.Count > grouping.Most);
    }

    private static async Task<Dictionary<long, string>> ReadTitlesAsync(
        ReadSession session, FieldModel by, IReadOnlyList<object?[]> groups, CancellationToken cancellationToken)
        => groups.Select(group => group[0]).OfType<long>().ToArray() is { Length: > 0 } ids && by.HoldsIds
            ? await ItemTitles.ReadAsync(session.Rows, by, FormRows.ToShown([by]), ids, cancellationToken)
            : [];

    private static RecordGroup ToGroup(object?[] group, RecordGrouping grouping, Dictionary<long, string> titles)
    {
        var key = new Value(grouping.By.Kind, StoredValue.Read(group[0], grouping.By));
        var sums = grouping.Summed.Select((field, index) => (long)group[index + 2]! / (decimal)RowGroups.UnitsInOne(field));
        return new(key, key.Content is long id ? titles.GetValueOrDefault(id, $"#{id}") : null, (int)group[1]!, [.. sums]);
    }
}
