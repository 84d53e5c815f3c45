using LowCodeErp.Data.Encryption;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Records;

/// <summary>A form's table, taken from EF's model once for each published version and form.</summary>
internal sealed class RecordTable
{
    private readonly IEntityType _entity;
    private readonly ISqlGenerationHelper _sql;
    private readonly DataKeys _keys;

    public RecordTable(FormModel form, IEntityType entity, ISqlGenerationHelper sql, DataKeys keys)
    {
        _keys = keys;
        _entity = entity;
        _sql = sql;
        Form = form;
        Name = form.Table;
        QuotedName = sql.DelimitIdentifier(Name);
        Id = Find(SystemColumns.Id);
        Version = Find(SystemColumns.Version);
        UpdatedAt = Find(SystemColumns.UpdatedAt);
        DeletedAt = Find(SystemColumns.DeletedAt);
        Fields = [.. form.Fields.Select(field => field.IsStored ? Find(field.Column) : null)];
        Inserted = new(Name, QuotedName, [.. DescribeInserted()]);
        Updated = [.. DescribeUpdated()];
    }

    public FormModel Form { get; }

    public string Name { get; }

    public string QuotedName { get; }

    public StoreColumn Id { get; }

    public StoreColumn Version { get; }

    public StoreColumn UpdatedAt { get; }

    public StoreColumn DeletedAt { get; }

    /// <summary>By field ordinal; null for sub-tables.</summary>
    public IReadOnlyList<StoreColumn?> Fields { get; }

    public InsertTarget<RecordWrite> Inserted { get; }

    /// <summary>What an update sets.</summary>
    public IReadOnlyList<StoredProperty<RecordWrite>> Updated { get; }

    public StoreColumn Of(FieldModel field) => Fields[field.Ordinal]!;

    /// <summary>The condition that a record is there.</summary>
    public string IsIn(RecordState state) => $"{DeletedAt.QuotedName} IS {(state == RecordState.InTrash ? "NOT " : "")}NULL";

    public StoreColumn Find(string name)
        => new(name, _sql.DelimitIdentifier(name), _entity.FindProperty(name)!.GetRelationalTypeMapping());

    /// <summary>The unique field whose column or index the database complained about.</summary>
    public FieldModel? FindUnique(string columnOrIndex)
        => Form.StoredFields.FirstOrDefault(field => field.IsUnique && (field.Compared.Column == columnOrIndex || IndexOf(field.Compared) == columnOrIndex));

    private string? IndexOf(FieldModel field)
        => _entity.GetIndexes().FirstOrDefault(index => index.IsUnique && index.Properties is [var only] && only.Name == field.Column)?.GetDatabaseName();

    private IEnumerable<StoredProperty<RecordWrite>> DescribeInserted()
    {
        yield return new(Id, record => record.Id);
        yield return new(Find(SystemColumns.CreatedAt), record => record.At);
        yield return new(Find(SystemColumns.CreatedBy), record => record.MemberId);
        foreach (var property in DescribeUpdated())
        {
            yield return property;
        }
    }

    private IEnumerable<StoredProperty<RecordWrite>> DescribeUpdated()
    {
        yield return new(Version, record => record.Version);
        yield return new(UpdatedAt, record => record.At);
        yield return new(Find(SystemColumns.UpdatedBy), record => record.MemberId);
        yield return new(DeletedAt, record => record.IsDeleted ? record.At : null);
        if (Form.Parent is not null)
        {
            yield return new(Find(SystemColumns.Position), record => record.Position);
        }

        foreach (var field in Form.StoredFields)
        {
            yield return new(Of(field), ValueOf(field));
        }
    }

    /// <summary>What the column of a field holds: the only place where values become unreadable, and where they are given what they are found by.</summary>
    private Func<RecordWrite, object?> ValueOf(FieldModel field)
    {
        var ordinal = (field.IndexedField ?? field).Ordinal;
        return field switch
        {
            { IsSensitive: true } => record => record.Values[ordinal] is string text ? _keys.Seal(field, record.Id, text) : null,
            { IndexedField: { } sensitive } => record => record.Values[ordinal] is string text ? _keys.IndexOf(sensitive, text) : null,
            _ => record => record.Values[ordinal],
        };
    }

    /// <summary>What the column by which a field is found holds for a value.</summary>
    public object ComparedValue(FieldModel field, object value) => field.IsSensitive ? _keys.IndexOf(field, value) : value;

    /// <exception cref="UnreadableValueException">The value of a sensitive field cannot be decrypted.</exception>
    public object? Open(FieldModel field, long record, object? stored) => field.IsSensitive && stored is string text
        ? _keys.Open(field, record, text) ?? throw new UnreadableValueException(_keys.Problem ?? EncryptionDiagnostics.ValueUnreadable(field, record))
        : stored;
}
