using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Flows.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform.Flows;

internal sealed class PendingStartTable : IEntityTypeConfiguration<PendingStart>
{
    public void Configure(EntityTypeBuilder<PendingStart> builder)
    {
        builder.ToTable("sys_flow_start").HasKey(row => row.CommandId);
        builder.Property(row => row.CommandId).ValueGeneratedNever();
        builder.Property(row => row.Flow).HasMaxLength(Key.MaximumLength);
        builder.Property(row => row.Code).HasMaxLength(FlowLengths.Code);
        builder.HasIndex(row => new { row.NextAt, row.CommandId });
    }
}
