using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Flows.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform.Flows;

internal sealed class FlowTaskTable : IEntityTypeConfiguration<FlowTask>
{
    public void Configure(EntityTypeBuilder<FlowTask> builder)
    {
        builder.ToTable("sys_flow_task").HasKey(row => new { row.InstanceId, row.SeatId, row.Asked });
        builder.Property(row => row.Asked).HasMaxLength(FlowLengths.Asked);
        builder.Property(row => row.Flow).HasMaxLength(Key.MaximumLength);
        builder.Property(row => row.Block).HasMaxLength(Key.MaximumLength);
        builder.Property(row => row.Title).HasMaxLength(FlowLengths.Title);
        builder.HasOne<FlowInstance>().WithMany().HasForeignKey(row => row.InstanceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => new { row.Asked, row.OpenedAt, row.InstanceId, row.SeatId });
    }
}
