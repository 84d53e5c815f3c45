using LowCodeErp.Runtime.Flows.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform.Flows;

internal sealed class FlowSnapshotTable : IEntityTypeConfiguration<FlowSnapshot>
{
    public void Configure(EntityTypeBuilder<FlowSnapshot> builder)
    {
        builder.ToTable("sys_flow_snapshot").HasKey(row => new { row.InstanceId, row.RecordVersion });
        builder.Property(row => row.RecordVersion).ValueGeneratedNever();
        builder.HasOne<FlowInstance>().WithMany().HasForeignKey(row => row.InstanceId).OnDelete(DeleteBehavior.Cascade);
    }
}
