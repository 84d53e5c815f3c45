using LowCodeErp.Runtime.Flows.State;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform.Flows;

internal sealed class FlowWaitTable() : FlowRowsTable<FlowWait>("sys_flow_wait")
{
    public override void Configure(EntityTypeBuilder<FlowWait> builder)
    {
        base.Configure(builder);
        builder.Property(row => row.Event).HasMaxLength(FlowLengths.Title);
    }
}
