using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Flows.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform.Flows;

internal sealed class FlowScheduleTable : IEntityTypeConfiguration<FlowSchedule>
{
    /// <summary>Of the cron expression.</summary>
    private const int ScheduleLength = 200;

    public void Configure(EntityTypeBuilder<FlowSchedule> builder)
    {
        builder.ToTable("sys_flow_schedule").HasKey(row => new { row.Flow, row.Schedule });
        builder.Property(row => row.Flow).HasMaxLength(Key.MaximumLength);
        builder.Property(row => row.Schedule).HasMaxLength(ScheduleLength);
    }
}
