using LowCodeErp.Core.Naming;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace LowCodeErp.Data.Platform.Mapping;

/// <summary>Lower-case names everywhere, so that nobody who reads the database with another tool has to quote them.</summary>
internal sealed class SnakeCaseConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            foreach (var property in entity.GetDeclaredProperties())
            {
                property.Builder.HasColumnName(Key.ToColumn(Key.FromName(property.Name)));
            }

            NameConstraints(entity);
        }
    }

    private static void NameConstraints(IConventionEntityType entity)
    {
        foreach (var key in entity.GetDeclaredKeys())
        {
            key.Builder.HasName(Lower(key.GetDefaultName()));
        }

        foreach (var foreignKey in entity.GetDeclaredForeignKeys())
        {
            foreignKey.Builder.HasConstraintName(Lower(foreignKey.GetDefaultName()));
        }

        foreach (var index in entity.GetDeclaredIndexes())
        {
            index.Builder.HasDatabaseName(Lower(index.GetDefaultDatabaseName()));
        }
    }

    private static string? Lower(string? name) => name?.ToLowerInvariant();
}
