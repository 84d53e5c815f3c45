using LowCodeErp.Runtime.Fields;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Model;

/// <summary>How a provider stores what a field needs.</summary>
internal sealed record ColumnTypes(string? TextCollation, bool StoresNumbersAsReal, Func<string, string> Quote)
{
    /// <summary>Text is compared by code points on every database, whatever its default collation does.</summary>
    public static ColumnTypes For(string providerName) => providerName switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => new(null, true, name => $"\"{name}\""),
        "Npgsql.EntityFrameworkCore.PostgreSQL" => new("C", false, name => $"\"{name}\""),
        "Microsoft.EntityFrameworkCore.SqlServer" => new("Latin1_General_100_BIN2", false, name => $"[{name}]"),
        _ => throw new NotSupportedException($"Provider '{providerName}' is not supported."),
    };

    public static Type GetClrType(StorageKind kind) => kind switch
    {
        StorageKind.Text => typeof(string),
        StorageKind.Number => typeof(decimal?),
        StorageKind.Boolean => typeof(bool?),
        StorageKind.Date => typeof(DateOnly?),
        StorageKind.DateTime => typeof(DateTime?),
        StorageKind.Id => typeof(long?),
        StorageKind.Texts => typeof(string[]),
        StorageKind.Ids => typeof(long[]),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static int PrecisionOf(StorageShape number) => number.Precision ?? 15;

    public static int ScaleOf(StorageShape number) => number.Scale ?? 0;

    public void Configure(PropertyBuilder property, StorageShape storage)
    {
        if (storage.Kind == StorageKind.Text)
        {
            ConfigureText(property, storage);
        }
        else if (storage.Kind == StorageKind.Number)
        {
            ConfigureNumber(property, storage);
        }
        else if (storage.Kind == StorageKind.Texts && TextCollation is not null)
        {
            // Of the items; a length would be taken for that of the whole column where lists are JSON.
            property.UseCollation(TextCollation);
        }
    }

    private void ConfigureText(PropertyBuilder property, StorageShape storage)
    {
        if (storage.Length is { } length)
        {
            property.HasMaxLength(length);
        }

        if (TextCollation is not null)
        {
            property.UseCollation(TextCollation);
        }
    }

    private void ConfigureNumber(PropertyBuilder property, StorageShape storage)
    {
        property.HasPrecision(PrecisionOf(storage), ScaleOf(storage));
        if (StoresNumbersAsReal)
        {
            // A double holds 15 significant digits exactly, which is the most a number field accepts.
            property.HasConversion<double?>();
        }
    }
}
