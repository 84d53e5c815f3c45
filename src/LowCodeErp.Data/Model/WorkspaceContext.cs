using LowCodeErp.Data.Encryption;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace LowCodeErp.Data.Model;

/// <summary>
/// The tables of the workspace's forms. Its model is built at run time from the published forms, one property bag a form,
/// and cached by EF for each <see cref="WorkspaceModel"/>. Nothing is tracked: reads are projections, writes are set-based.
/// </summary>
public sealed class WorkspaceContext : DbContext
{
    /// <param name="keys">For what is stored encrypted; null for a context that only writes statements.</param>
    public WorkspaceContext(DbContextOptions<WorkspaceContext> options, WorkspaceModel workspace, DataKeys? keys = null)
        : base(options)
    {
        Workspace = workspace;
        Keys = keys ?? new();
        ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
    }

    public WorkspaceModel Workspace { get; }

    public DataKeys Keys { get; }

    /// <summary>The rows of a form, those in the trash included.</summary>
    public DbSet<Dictionary<string, object>> Rows(string form) => Set<Dictionary<string, object>>(form);

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder.ReplaceService<IModelCacheKeyFactory, WorkspaceModelCacheKeyFactory>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => new WorkspaceModelBuilder(modelBuilder, ColumnTypes.For(Database.ProviderName!)).Build(Workspace);
}
