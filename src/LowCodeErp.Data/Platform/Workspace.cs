using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>The company using this database: one row.</summary>
public sealed class Workspace
{
    public const long OnlyId = 1;

    public long Id { get; init; } = OnlyId;

    public required string Name { get; set; }

    /// <summary>Grows with every publishing; a node whose model is older reloads.</summary>
    public long ModelVersion { get; set; }

    /// <summary>Grows with every change of who may do what; a node whose rights are older reads them anew.</summary>
    public long AccessVersion { get; set; }

    public DateTime CreatedAt { get; init; }

    public string TimeZone { get; set; } = "Asia/Shanghai";
}

internal sealed class WorkspaceTable : IEntityTypeConfiguration<Workspace>
{
    public void Configure(EntityTypeBuilder<Workspace> builder)
    {
        builder.ToTable("sys_workspace", table => table.HasCheckConstraint("ck_sys_workspace_single", "id = 1"));
        builder.Property(workspace => workspace.Id).ValueGeneratedNever();
        builder.Property(workspace => workspace.Name).HasMaxLength(200);
        builder.Property(workspace => workspace.TimeZone).HasMaxLength(100);
    }
}
