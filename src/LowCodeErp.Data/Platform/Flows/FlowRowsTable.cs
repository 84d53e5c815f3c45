using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Data.Platform.Flows;

/// <summary>
/// A table of the rows of one kind, as they stand in the state of an instance: the state's own records are mapped, so that there is nothing to copy from one
/// shape into another. They go with their instance.
/// </summary>
internal abstract class FlowRowsTable<TRow>(string table) : IEntityTypeConfiguration<TRow>
    where TRow : class
{
    /// <summary>The instance that a row belongs to; a column that the row itself does not know.</summary>
    public const string InstanceId = "InstanceId";

    public const string Id = "Id";

    public virtual void Configure(EntityTypeBuilder<TRow> builder)
    {
        builder.ToTable(table);
        builder.Property<long>(InstanceId);
        builder.Property<int>(Id).ValueGeneratedNever();
        builder.HasKey(InstanceId, Id);
        builder.HasOne<FlowInstance>().WithMany().HasForeignKey(InstanceId).OnDelete(DeleteBehavior.Cascade);
    }
}
