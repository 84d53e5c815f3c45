using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Model;

/// <summary>The platform's tables of tiers, so that results can be joined with the records they belong to; their DDL is the platform's.</summary>
internal static class TierTables
{
    public static void Build(ModelBuilder model, ColumnTypes types)
    {
        model.Entity<TierResult>(table =>
        {
            table.ToTable("sys_tier_result", definition => definition.ExcludeFromMigrations()).HasKey(row => new { row.RunId, row.SubjectId });
            Name(table);
            Number(table.Property(row => row.Score), types, 9, 4);
            Number(table.Property(row => row.Amount), types, 18, 4);
            Number(table.Property(row => row.Share), types, 9, 6);
        });
        model.Entity<TierRun>(table =>
        {
            table.ToTable("sys_tier_run", definition => definition.ExcludeFromMigrations());
            table.Property(row => row.Id).ValueGeneratedNever();
            Name(table);
        });
        model.Entity<TierCurrent>(table =>
        {
            table.ToTable("sys_tier_current", definition => definition.ExcludeFromMigrations()).HasKey(row => new { row.Model, row.SubjectId });
            Name(table);
        });
        model.Entity<TierChange>(table =>
        {
            table.ToTable("sys_tier_change", definition => definition.ExcludeFromMigrations());
            table.Property(row => row.Id).ValueGeneratedNever();
            Name(table);
        });
    }

    private static void Name<TRow>(EntityTypeBuilder<TRow> table) where TRow : class
    {
        foreach (var property in table.Metadata.GetProperties().ToList())
        {
            property.SetColumnName(Key.ToColumn(Key.FromName(property.Name)));
        }
    }

    private static void Number(PropertyBuilder property, ColumnTypes types, int precision, int scale)
    {
        property.HasPrecision(precision, scale);
        if (types.StoresNumbersAsReal)
        {
            property.HasConversion<double?>();
        }
    }
}
