using LowCodeErp.Runtime.Flows.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform.Flows;

internal sealed class FlowTimerTable() : FlowRowsTable<FlowTimer>("sys_flow_timer")
{
    public override void Configure(EntityTypeBuilder<FlowTimer> builder)
    {
        base.Configure(builder);
        builder.Property(row => row.Kind).HasMaxLength(FlowLengths.Code);
        builder.Property(row => row.Remaining).HasConversion<long?>();
        builder.HasIndex(row => row.DueAt).HasFilter("status = 'open'");
    }
}
