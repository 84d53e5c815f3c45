using System.Linq.Expressions;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Model;
using LowCodeErp.Runtime.Forms;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>What the items of lists are called: one statement for each list of a page, however many rows and items it has.</summary>
internal sealed class ItemTitles
{
    private readonly Dictionary<FieldModel, Dictionary<long, string>> _titles = [];

    private ItemTitles()
    {
    }

    /// <summary>For those who want the values only.</summary>
    public static ItemTitles None { get; } = new();

    public static async Task<ItemTitles> ReadAsync(
        FormRows rows, RowProjection projection, IReadOnlyList<object?[]> selected, CancellationToken cancellationToken)
    {
        var titles = new ItemTitles();
        foreach (var (field, place, shown) in projection.Lists)
        {
            var ids = selected.SelectMany(row => (long[]?)row[place] ?? []).Distinct().ToArray();
            titles._titles[field] = ids.Length == 0 ? [] : await ReadAsync(rows, field, shown, ids, cancellationToken);
        }

        return titles;
    }

    /// <summary>By field ordinal. An item that is gone is called by its id.</summary>
    public IReadOnlyList<IReadOnlyList<string>?> Of(object?[] values)
    {
        if (_titles.Count == 0)
        {
            return [];
        }

        var items = new IReadOnlyList<string>?[values.Length];
        foreach (var (field, titles) in _titles)
        {
            items[field.Ordinal] = values[field.Ordinal] is ValueList ids ? [.. ids.Items.Select(id => titles.GetValueOrDefault((long)id, $"#{id}"))] : null;
        }

        return items;
    }

    /// <param name="shown">The fields that lead from the list to what is seen of an item.</param>
    public static async Task<Dictionary<long, string>> ReadAsync(
        FormRows rows, FieldModel field, IReadOnlyList<FieldModel> shown, long[] ids, CancellationToken cancellationToken)
    {
        var row = RowExpressions.NewRow();
        var directory = DirectoryTable.Of(field);
        var targets = RowExpressions.Where(
            directory is null ? rows.Of(field.Target!) : rows.Of(directory), row, RowExpressions.Holds(RowExpressions.Items(ids), FormRows.Id(row)));
        if (directory is null && shown.Count == 1)
        {
            var present = await targets.Select(Expression.Lambda<Func<Row, long>>(FormRows.Id(row), row)).ToListAsync(cancellationToken);
            return present.ToDictionary(id => id, id => $"#{id}");
        }

        if (directory is not null)
        {
            var named = await targets.Select(RowExpressions.Select(row, FormRows.Id(row), FormRows.TextColumn(row, directory.Title))).ToListAsync(cancellationToken);
            return named.ToDictionary(entry => (long)entry[0]!, entry => (string?)entry[1] ?? $"#{entry[0]}");
        }

        var text = new ShownText(rows, [.. shown.Skip(1)]);
        var (title, masked) = text.Select(row);
        var found = await targets.Select(RowExpressions.Select(row, FormRows.Id(row), title, masked)).ToListAsync(cancellationToken);
        return found.ToDictionary(target => (long)target[0]!, target => text.Read(target[1], target[2], (long)target[0]!));
    }
}
