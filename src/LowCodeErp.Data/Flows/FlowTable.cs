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

    private readonly string _table;
    private readonly StoreColumn? _instance;
    private readonly string _key;
    private readonly IReadOnlyList<StoredProperty<TRow>> _properties;
    private readonly Func<DbDataReader, TRow> _read;

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

    /// <summary>As few statements as the database takes well.</summary>
    public IEnumerable<DbCommand> Insert(StoreSession session, long instanceId, IReadOnlyCollection<TRow> rows)
        => rows.Chunk(session.Dialect.GetInsertSize(_properties.Count + 1)).Select(chunk => InsertChunk(session, instanceId, chunk));

    /// <summary>The whole row, found by its key and, where one is given, by what another column must still be.</summary>
    public DbCommand Update(StoreSession session, long instanceId, TRow row, (string Column, object Value)? expected = null)
    {
        var command = session.CreateCommand("");
        var assignments = _properties.Where(property => property.Column.QuotedName != _key).Select(property => $"{property.Column.QuotedName} = {Add(command, property, row)}").ToList();
        var conditions = new List<string> { $"{_key} = {Add(command, PropertyOf(_key), row)}" };
        if (_instance is not null)
        {
            conditions.Add($"{_instance.QuotedName} = {AddInstance(command, instanceId)}");
        }

        if (expected is { } other)
        {
            var column = Find(other.Column);
            conditions.Add($"{column.QuotedName} = {Add(command, column, other.Value)}");
        }

        command.CommandText = $"UPDATE {_table} SET {string.Join(", ", assignments)} WHERE {string.Join(" AND ", conditions)}";
        return command;
    }

    private static StoreColumn Column(IProperty property, ISqlGenerationHelper sql)
        => new(property.GetColumnName(), sql.DelimitIdentifier(property.GetColumnName()), property.GetRelationalTypeMapping());

    private static string Add(DbCommand command, StoredProperty<TRow> property, TRow row) => Add(command, property.Column, property.Read(row));

    private static string Add(DbCommand command, StoreColumn column, object? value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
        column.AddParameter(command, name).Value = column.ToProvider(value);
        return name;
    }

    private string AddInstance(DbCommand command, long instanceId)
    {
        _instance!.AddParameter(command, Instance).Value = instanceId;
        return Instance;
    }

    private StoredProperty<TRow> PropertyOf(string quotedName) => _properties.First(property => property.Column.QuotedName == quotedName);

    private DbCommand InsertChunk(StoreSession session, long instanceId, TRow[] rows)
    {
        var command = session.CreateCommand("");
        var first = _instance is null ? "" : AddInstance(command, instanceId) + ", ";
        var text = new StringBuilder($"INSERT INTO {_table} (").Append(_instance is null ? "" : _instance.QuotedName + ", ")
            .AppendJoin(", ", _properties.Select(property => property.Column.QuotedName)).Append(") VALUES ")
            .AppendJoin(", ", rows.Select(row => $"({first}{string.Join(", ", _properties.Select(property => Add(command, property, row)))})"));
        command.CommandText = text.ToString();
        return command;
    }
}
