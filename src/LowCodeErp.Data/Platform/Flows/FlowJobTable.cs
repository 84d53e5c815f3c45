using LowCodeErp.Runtime.Flows.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform.Flows;

/// <summary>Besides the job who has it in hand: a lease, which the state does not know and the workers settle among themselves.</summary>
internal sealed class FlowJobTable() : FlowRowsTable<FlowJob>("sys_flow_job")
{
    /// <summary>Until when nobody else takes it, in UTC; null while nobody has it.</summary>
    public const string LockedUntil = "LockedUntil";

    /// <summary>Which worker has it; null while nobody has.</summary>
    public const string Owner = "Owner";

    public override void Configure(EntityTypeBuilder<FlowJob> builder)
    {
        base.Configure(builder);
        builder.Property(row => row.Kind).HasMaxLength(FlowLengths.Code);
        builder.Property<DateTime?>(LockedUntil);
        builder.Property<Guid?>(Owner);
        builder.HasIndex(row => row.NextAt).HasFilter("status = 'open'");
    }
}
