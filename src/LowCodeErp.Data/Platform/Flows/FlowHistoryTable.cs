using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Flows.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform.Flows;

/// <summary>Append-only, and therefore without a foreign key: it outlives its instance.</summary>
internal sealed class FlowHistoryTable : IEntityTypeConfiguration<FlowHistory>
{
    public void Configure(EntityTypeBuilder<FlowHistory> builder)
    {
        builder.ToTable("sys_flow_history");
        builder.Property<long>(FlowRowsTable<FlowHistory>.InstanceId);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasKey(FlowRowsTable<FlowHistory>.InstanceId, FlowRowsTable<FlowHistory>.Id);
        builder.Property(row => row.Action).HasMaxLength(FlowLengths.Code);
        builder.Property(row => row.Reason).HasMaxLength(FlowLengths.Code);
        builder.Property(row => row.Block).HasMaxLength(Key.MaximumLength);
        builder.HasIndex(row => new { row.ActorId, row.At });
    }
}
