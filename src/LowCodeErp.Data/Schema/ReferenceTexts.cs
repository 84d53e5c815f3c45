using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Records;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Schema;

/// <summary>
/// Turns ids into what people call the records and members, and back: when a reference becomes text, text a reference, or a
/// reference leads to another form. A few statements a batch.
/// </summary>
/// <param name="tableOf">The form as its table is now, and the table's name; null when the form has none.</param>
internal sealed class ReferenceTexts(
    WorkspaceContext services, WriteTransaction transaction, DatabaseProvider provider, Func<string, (FormModel Form, string Table)?> tableOf)
{
    private readonly ISqlGenerationHelper _sql = services.GetService<ISqlGenerationHelper>();
    private readonly IRelationalTypeMappingSource _mappings = services.GetService<IRelationalTypeMappingSource>();
    private readonly RecordDialect _dialect = RecordDialect.For(provider);

    /// <summary>What the new field is to read for each value.</summary>
    public async Task<IReadOnlyList<InputValue>> FindAsync(ValueConversion conversion, IReadOnlyList<object?> contents, CancellationToken cancellationToken)
    {
        var texts = conversion.From.HoldsIds
            ? await FindTitlesAsync(conversion.From, contents, cancellationToken)
            : [.. contents.Select(content => content is null ? [] : TextsOf(conversion.ToInput(content), conversion.To.IsList))];
        if (!conversion.To.HoldsIds)
        {
            return [.. texts.Select(items => InputValue.Of(ListText.Join(items)))];
        }

        var ids = await FindIdsAsync(conversion.To, [.. texts.SelectMany(items => items).Distinct()], cancellationToken);
        return [.. texts.Select(items => conversion.To.IsList || items.Count != 1
            ? InputValue.Of(items.Select(text => ToInput(ids, text)))
            : ToInput(ids, items[0]))];
    }

    /// <summary>A text that names nothing stays as it is: the field type says so.</summary>
    private static InputValue ToInput(Dictionary<string, long> ids, string text)
        => ids.TryGetValue(text, out var id) ? InputValue.Of((decimal)id) : InputValue.Of(text);

    private static IReadOnlyList<string> TextsOf(InputValue input, bool isList)
        => [.. (isList ? input.Items : [input]).Select(item => Convert.ToString(item.Content, CultureInfo.InvariantCulture)!.Trim())];

    private async Task<List<IReadOnlyList<string>>> FindTitlesAsync(FieldModel field, IReadOnlyList<object?> contents, CancellationToken cancellationToken)
    {
        var ids = contents.SelectMany(IdsOf).Distinct().Cast<object>().ToList();
        var titles = new Dictionary<long, string>();
        if (PlaceOf(field) is { } place)
        {
            await LookUpAsync(place, place.Titles[0], SystemColumns.Id, typeof(long), ids, (title, id) => titles.TryAdd(id, title), cancellationToken);
        }

        return [.. contents.Select(content => (IReadOnlyList<string>)[.. IdsOf(content).Select(id => titles.GetValueOrDefault(id, $"#{id}"))])];
    }

    private async Task<Dictionary<string, long>> FindIdsAsync(FieldModel field, IReadOnlyList<object> texts, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        if (PlaceOf(field) is { } place)
        {
            foreach (var column in place.Names)
            {
                await LookUpAsync(place, column, column, typeof(string), texts, (text, id) => ids.TryAdd(text, id), cancellationToken);
            }
        }

        return ids;
    }

    /// <summary>Ids of records that are not in the trash; the smallest first, so that it is the one that a repeated text names.</summary>
    private async Task LookUpAsync(
        Place place, string shown, string column, Type type, IReadOnlyList<object> values, Action<string, long> take, CancellationToken cancellationToken)
    {
        foreach (var chunk in values.Chunk(_dialect.LookupSize))
        {
            await using var command = transaction.Connection.CreateCommand();
            command.Transaction = transaction.Transaction;
            var compared = new StoreColumn(column, Quote(column), _mappings.FindMapping(type)!);
            command.CommandText = $"SELECT {Quote(shown)}, {Quote(SystemColumns.Id)} FROM {Quote(place.Table)} "
                + $"WHERE {_dialect.In(command, compared, chunk)} AND {place.Condition} AND {Quote(shown)} IS NOT NULL ORDER BY {Quote(SystemColumns.Id)}";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                take(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!, reader.GetInt64(1));
            }
        }
    }

    private Place? PlaceOf(FieldModel field)
    {
        if (DirectoryTable.Of(field) is { } directory)
        {
            return new(directory.Name, [directory.Title], directory.Names, "1 = 1");
        }

        if (field.ItemShape is FieldShape.File)
        {
            // No text brings a file, whatever it is called.
            return new(FileTable.Name, [FileTable.FileName], [], "1 = 1");
        }

        if (tableOf(field.Target!.Key) is not { } target)
        {
            return null;
        }

        var names = new[] { target.Form.Code, target.Form.Title }.OfType<FieldModel>().Where(name => name.IsStored).Distinct().ToList();
        var texts = names.Where(name => name.Storage.Kind == StorageKind.Text).Select(name => name.Column);
        return names.Count == 0 ? null : new(target.Table, [names[^1].Column], [.. texts], $"{Quote(SystemColumns.DeletedAt)} IS NULL");
    }

    private static IEnumerable<long> IdsOf(object? content) => content switch
    {
        long id => [id],
        ValueList list => list.Items.Cast<long>(),
        _ => [],
    };

    private string Quote(string name) => _sql.DelimitIdentifier(name);

    /// <param name="Titles">The column that records are called by.</param>
    /// <param name="Names">The columns that texts are compared with, the best first.</param>
    private sealed record Place(string Table, IReadOnlyList<string> Titles, IReadOnlyList<string> Names, string Condition);
}
