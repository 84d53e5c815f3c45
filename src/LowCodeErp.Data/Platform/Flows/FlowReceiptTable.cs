using LowCodeErp.Runtime.Flows.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform.Flows;

internal sealed class FlowReceiptTable : IEntityTypeConfiguration<FlowReceipt>
{
    public void Configure(EntityTypeBuilder<FlowReceipt> builder)
    {
        builder.ToTable("sys_flow_command").HasKey(row => row.CommandId);
        builder.Property(row => row.CommandId).ValueGeneratedNever();
        builder.HasOne<FlowInstance>().WithMany().HasForeignKey(row => row.InstanceId).OnDelete(DeleteBehavior.Cascade);
    }
}
