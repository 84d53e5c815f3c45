using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>One row, which says whether departments, members or who belongs where have changed.</summary>
public sealed class OrganisationState
{
    private const long OnlyId = 1;

    public long Id { get; init; } = OnlyId;

    /// <summary>Another one after every change; a node whose organisation bears another one reloads. No counter, so that whoever changes a member need not read it first.</summary>
    public required string Stamp { get; set; }

    public static OrganisationState Stamped() => new() { Stamp = NewStamp() };

    /// <summary>Takes the row for this transaction, so that changes follow one another.</summary>
    /// <returns>The stamp of what is about to be stored.</returns>
    public static async Task<string> TakeAsync(PlatformContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var stamp = NewStamp();
        await context.OrganisationStates.ExecuteUpdateAsync(set => set.SetProperty(state => state.Stamp, stamp), cancellationToken);
        return stamp;
    }

    private static string NewStamp() => Guid.NewGuid().ToString("N");
}

internal sealed class OrganisationStateTable : IEntityTypeConfiguration<OrganisationState>
{
    private const int StampLength = 32;

    public void Configure(EntityTypeBuilder<OrganisationState> builder)
    {
        builder.ToTable("sys_organisation");
        builder.Property(state => state.Id).ValueGeneratedNever();
        builder.Property(state => state.Stamp).HasMaxLength(StampLength);
        builder.HasData(new OrganisationState { Stamp = "" });
    }
}
