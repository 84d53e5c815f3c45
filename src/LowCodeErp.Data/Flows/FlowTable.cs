using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text;
using LowCodeErp.Data.Platform.Flows;
using LowCodeErp.Data.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Flows;

/// <summary>
/// One table of flows as ADO sees it: what EF's model says of it, without EF's change tracker, whose work per row is more than the database's. A row is
/// written where the state has another record than before, so there is nothing to track.
/// </summary>
internal sealed class FlowTable<TRow>
    where TRow : class
{
    private const string Instance = "@instance";
    private const string Expected = "@expected";

    /// <summary>Rows of one INSERT where there are so many: steps with hundreds of seats are few, those with one are the rule.</summary>
    private const int Many = 16;

    private readonly string _table;
    private readonly StoreColumn? _instance;
    private readonly string _key;
    private readonly IReadOnlyList<StoredProperty<TRow>> _properties;
    private readonly Func<DbDataReader, TRow> _read;
    private readonly ConcurrentDictionary<int, string> _inserts = new();
    private readonly ConcurrentDictionary<string, string> _updates = new(StringComparer.Ordinal);

    /// <param name="shadows">Columns that rows do not have as properties, by their name in EF's model; they are written, not read.</param>
    public FlowTable(IModel platform, ISqlGenerationHelper sql, params (string Name, Func<TRow, object?> Read)[] shadows)
    {
        var entity = platform.FindEntityType(typeof(TRow))!;
        var own = entity.GetProperties().Where(property => !property.IsShadowProperty()).ToList();
        _table = sql.DelimitIdentifier(entity.GetTableName()!);
        _instance = entity.FindProperty(FlowRowsTable<TRow>.InstanceId) is { } instance && instance.IsShadowProperty() ? Column(instance, sql) : null;
        _key = sql.DelimitIdentifier(entity.FindPrimaryKey()!.Properties[^1].GetColumnName());
        _properties =
        [
            .. own.Select(property => new StoredProperty<TRow>(Column(property, sql), row => property.GetGetter().GetClrValue(row))),
            .. shadows.Select(shadow => new StoredProperty<TRow>(Column(entity.FindProperty(shadow.Name)!, sql), shadow.Read)),
        ];
        _read = RowReader.Compile<TRow>(own);
        Select = $"SELECT {string.Join(", ", _properties.Take(own.Count).Select(property => property.Column.QuotedName))} FROM {_table}";
    }

    /// <summary>What <see cref="Read"/> reads, without a condition.</summary>
    public string Select { get; }

    public TRow Read(DbDataReader reader) => _read(reader);

    /// <param name="name">As the database calls it.</param>
    public StoreColumn Find(string name) => _properties.First(property => property.Column.Name == name).Column;

    public async Task<List<TRow>> ReadAllAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<TRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(Read(reader));
        }

        return rows;
    }

    /// <summary>As few statements as the database takes well, and of two sizes at most, so that databases which keep them prepared know them again.</summary>
    public IEnumerable<DbCommand> Insert(StoreSession session, long instanceId, IReadOnlyCollection<TRow> rows)
    {
        var together = session.Dialect.GetInsertSize(_properties.Count + 1) < Many ? 0 : rows.Count - (rows.Count % Many);
        return rows.Take(together).Chunk(Many).Concat(rows.Skip(together).Chunk(1)).Select(chunk => InsertChunk(session, instanceId, chunk));
    }

    /// <summary>The whole row, found by its key and, where one is given, by what another column must still be.</summary>
    public DbCommand Update(StoreSession session, long instanceId, TRow row, (string Column, object Value)? expected = null)
    {
        var command = session.CreateCommand(_updates.GetOrAdd(expected?.Column ?? "", UpdateText));
        AddRow(command, row);
        AddInstance(command, instanceId);
        if (expected is { } other)
        {
            var column = Find(other.Column);
            column.AddParameter(command, Expected).Value = column.ToProvider(other.Value);
        }

        return command;
    }

    private static StoreColumn Column(IProperty property, ISqlGenerationHelper sql)
        => new(property.GetColumnName(), sql.DelimitIdentifier(property.GetColumnName()), property.GetRelationalTypeMapping());

    private static string NameOf(int parameter) => string.Create(CultureInfo.InvariantCulture, $"@p{parameter}");

    /// <summary>In the order of the properties, after those of the rows before.</summary>
    private void AddRow(DbCommand command, TRow row, int before = 0)
    {
        foreach (var (index, property) in _properties.Index())
        {
            property.Column.AddParameter(command, NameOf(before + index)).Value = property.Column.ToProvider(property.Read(row));
        }
    }

    private void AddInstance(DbCommand command, long instanceId)
    {
        if (_instance is not null)
        {
            _instance.AddParameter(command, Instance).Value = instanceId;
        }
    }

    private DbCommand InsertChunk(StoreSession session, long instanceId, TRow[] rows)
    {
        var command = session.CreateCommand(_inserts.GetOrAdd(rows.Length, InsertText));
        AddInstance(command, instanceId);
        foreach (var (index, row) in rows.Index())
        {
            AddRow(command, row, index * _properties.Count);
        }

        return command;
    }

    private string InsertText(int rows)
    {
        var first = _instance is null ? "" : Instance + ", ";
        return new StringBuilder($"INSERT INTO {_table} (").Append(_instance is null ? "" : _instance.QuotedName + ", ")
            .AppendJoin(", ", _properties.Select(property => property.Column.QuotedName)).Append(") VALUES ")
            .AppendJoin(", ", Enumerable.Range(0, rows).Select(row => $"({first}{string.Join(", ", _properties.Select((_, index) => NameOf((row * _properties.Count) + index)))})"))
            .ToString();
    }

    private string UpdateText(string expected)
    {
        var assignments = _properties.Index().Where(property => property.Item.Column.QuotedName != _key).Select(property => $"{property.Item.Column.QuotedName} = {NameOf(property.Index)}");
        var key = _properties.Index().First(property => property.Item.Column.QuotedName == _key).Index;
        return $"UPDATE {_table} SET {string.Join(", ", assignments)} WHERE {_key} = {NameOf(key)}"
            + (_instance is null ? "" : $" AND {_instance.QuotedName} = {Instance}")
            + (expected.Length == 0 ? "" : $" AND {Find(expected).QuotedName} = {Expected}");
    }
}
