using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Flows.State;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform.Flows;

internal sealed class FlowScopeTable() : FlowRowsTable<FlowScope>("sys_flow_scope")
{
    public override void Configure(EntityTypeBuilder<FlowScope> builder)
    {
        base.Configure(builder);
        builder.Property(row => row.Block).HasMaxLength(Key.MaximumLength);
        builder.Property(row => row.Branch).HasMaxLength(Key.MaximumLength);
        builder.Property(row => row.Outcome).HasMaxLength(FlowLengths.Code);
    }
}
