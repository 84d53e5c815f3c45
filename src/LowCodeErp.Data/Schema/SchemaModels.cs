using LowCodeErp.Data.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;

namespace LowCodeErp.Data.Schema;

/// <summary>
/// EF's design-time models of tables as they are or shall be. They are made outside EF's model cache, which would keep every
/// state that was ever published.
/// </summary>
internal sealed class SchemaModels(WorkspaceContext services)
{
    public IModel Build(IEnumerable<TableShape> tables)
    {
        var builder = new ModelBuilder(services.GetService<IConventionSetBuilder>().CreateConventionSet());
        new WorkspaceModelBuilder(builder, ColumnTypes.For(services.Database.ProviderName!)).Build(tables);
        return services.GetService<IModelRuntimeInitializer>().Initialize(builder.FinalizeModel(), designTime: true);
    }
}
