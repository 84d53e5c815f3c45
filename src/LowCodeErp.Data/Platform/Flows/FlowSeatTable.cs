using LowCodeErp.Runtime.Flows.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform.Flows;

internal sealed class FlowSeatTable() : FlowRowsTable<FlowSeat>("sys_flow_seat")
{
    public override void Configure(EntityTypeBuilder<FlowSeat> builder)
    {
        base.Configure(builder);
        // Not reserved words, so that nobody who reads the database with another tool has to quote them.
        builder.Property(row => row.Order).HasColumnName("seat_order").HasPrecision(18, 6);
        builder.Property(row => row.Group).HasColumnName("seat_group").HasMaxLength(FlowLengths.Asked);
        builder.Property(row => row.Weight).HasPrecision(18, 6);
        builder.Property(row => row.AddedMode).HasMaxLength(FlowLengths.Code);
        builder.Property(row => row.Reason).HasMaxLength(FlowLengths.Code);
        builder.Property(row => row.Candidates).IsJson();
        builder.Property(row => row.Chain).IsJson();
        builder.Property(row => row.Delegators).IsJson();
        builder.HasIndex(row => new { row.DecidedById, row.DecidedAt });
    }
}
