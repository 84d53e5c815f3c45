using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Flows.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform.Flows;

internal sealed class FlowInstanceTable : IEntityTypeConfiguration<FlowInstance>
{
    /// <summary>
    /// The record, while the instance runs and may not run beside another one of its flow; null otherwise. Unique with the flow, so that of two who start at
    /// once one is refused by the database (D28).
    /// </summary>
    public const string RunningRecordId = "RunningRecordId";

    public void Configure(EntityTypeBuilder<FlowInstance> builder)
    {
        builder.ToTable("sys_flow_instance");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property<long?>(RunningRecordId);
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.Flow).HasMaxLength(Key.MaximumLength);
        builder.Property(row => row.Title).HasMaxLength(FlowLengths.Title);
        builder.Property(row => row.Choices).IsJson();
        builder.Property(row => row.WaysBack).IsJson();
        builder.HasIndex(nameof(FlowInstance.Flow), RunningRecordId).IsUnique();
        builder.HasIndex(row => new { row.RecordId, row.Id });
        builder.HasIndex(row => new { row.InitiatorId, row.Id });
        builder.HasIndex(row => new { row.Flow, row.Status, row.Id });
        builder.HasIndex(row => new { row.EndedAt, row.Id });
    }
}
