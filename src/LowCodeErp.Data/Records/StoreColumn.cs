using System.Data.Common;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Records;

/// <summary>A column as ADO sees it: its name and how values get into it and out of it, as EF would do it.</summary>
internal sealed class StoreColumn(string name, string quotedName, RelationalTypeMapping mapping)
{
    /// <summary>Divided by it, equal decimals are written alike.</summary>
    public static readonly decimal WithoutTrailingZeros = 1.0000000000000000000000000000m;

    private readonly Func<object?, object?>? _toProvider = mapping.Converter?.ConvertToProvider;
    private readonly bool _isReal = IsDouble(mapping.Converter?.ProviderClrType ?? mapping.ClrType);

    public string Name { get; } = name;

    public string QuotedName { get; } = quotedName;

    public RelationalTypeMapping Mapping { get; } = mapping;

    /// <summary>For a parameter: never null.</summary>
    public object ToProvider(object? value) => value switch
    {
        null => DBNull.Value,
        ValueList list => ListColumn.ToProvider(list, isJson: _toProvider is not null),
        _ => _toProvider is null ? value : _toProvider(value)!,
    };

    /// <summary>A parameter of the column's type without a value yet.</summary>
    public DbParameter AddParameter(DbCommand command, string parameterName)
    {
        var parameter = Mapping.CreateParameter(command, parameterName, value: null, nullable: true);
        command.Parameters.Add(parameter);
        return parameter;
    }

    public object? Read(DbDataReader reader, int ordinal, StorageKind kind)
    {
        if (reader.IsDBNull(ordinal))
        {
            return null;
        }

        return kind switch
        {
            StorageKind.Text => reader.GetString(ordinal),
            StorageKind.Number => ReadNumber(reader, ordinal),
            StorageKind.Boolean => reader.GetBoolean(ordinal),
            StorageKind.Date => reader.GetFieldValue<DateOnly>(ordinal),
            StorageKind.DateTime => DateTime.SpecifyKind(reader.GetDateTime(ordinal), DateTimeKind.Utc),
            StorageKind.Id => reader.GetInt64(ordinal),
            StorageKind.Texts => ListColumn.ReadTexts(reader, ordinal, isJson: _toProvider is not null),
            StorageKind.Ids => ListColumn.ReadIds(reader, ordinal, isJson: _toProvider is not null),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }

    private static bool IsDouble(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(double);

    /// <summary>The same decimal from every database: a cast from double keeps 15 digits, and numeric's trailing zeros go.</summary>
    private decimal ReadNumber(DbDataReader reader, int ordinal)
        => _isReal ? (decimal)reader.GetDouble(ordinal) : reader.GetDecimal(ordinal) / WithoutTrailingZeros;
}
