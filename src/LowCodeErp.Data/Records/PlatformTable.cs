using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Records;

/// <summary>One of the platform's own tables, for bulk writing; columns and conversions are those of its model.</summary>
internal static class PlatformTable
{
    public static InsertTarget<TRow> Describe<TRow>(IModel platform, ISqlGenerationHelper sql) where TRow : class
    {
        var entity = platform.FindEntityType(typeof(TRow))!;
        var table = entity.GetTableName()!;
        return new(table, sql.DelimitIdentifier(table), [.. entity.GetProperties().Select(property => Describe<TRow>(property, sql))]);
    }

    private static StoredProperty<TRow> Describe<TRow>(IProperty property, ISqlGenerationHelper sql) where TRow : class
    {
        var name = property.GetColumnName();
        var getter = property.GetGetter();
        return new(new(name, sql.DelimitIdentifier(name), property.GetRelationalTypeMapping()), row => getter.GetClrValue(row));
    }
}
