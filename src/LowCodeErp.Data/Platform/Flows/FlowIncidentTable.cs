using LowCodeErp.Runtime.Flows.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform.Flows;

internal sealed class FlowIncidentTable() : FlowRowsTable<FlowIncident>("sys_flow_incident")
{
    public override void Configure(EntityTypeBuilder<FlowIncident> builder)
    {
        base.Configure(builder);
        builder.Property(row => row.Code).HasMaxLength(FlowLengths.Title);
        builder.Property(row => row.Resolution).HasMaxLength(FlowLengths.Code);
        builder.HasIndex(row => row.At).HasFilter("resolved_at IS NULL");
    }
}
