using LowCodeErp.Data.Model;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;

namespace LowCodeErp.Data.Schema;

/// <summary>
/// EF's design-time models of published states, and of parts of them. They are made outside EF's model cache, which would
/// keep every state that was ever published.
/// </summary>
internal sealed class SchemaModels(WorkspaceContext services)
{
    public IModel Build(WorkspaceModel workspace) => Build(workspace, _ => true, _ => true);

    public IModel Build(WorkspaceModel workspace, Predicate<FormModel> hasForm, Predicate<FieldModel> hasField)
    {
        var builder = new ModelBuilder(services.GetService<IConventionSetBuilder>().CreateConventionSet());
        new WorkspaceModelBuilder(builder, ColumnTypes.For(services.Database.ProviderName!)).Build(workspace, hasForm, hasField);
        return services.GetService<IModelRuntimeInitializer>().Initialize(builder.FinalizeModel(), designTime: true);
    }
}
