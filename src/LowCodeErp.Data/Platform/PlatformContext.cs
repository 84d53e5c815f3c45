using System.Linq.Expressions;
using LowCodeErp.Data.Platform.Mapping;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Organisations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace LowCodeErp.Data.Platform;

/// <summary>
/// The platform's own tables (<c>sys_…</c>): accounts, departments and who belongs there, numbers, definitions, history, audit, tiers, calendars, drafts, comments, files, instances of flows. The forms' tables belong to a
/// second context whose model is built at run time; both can stand on one <see cref="Providers.WriteTransaction"/>.
/// </summary>
public abstract class PlatformContext(DbContextOptions options) : IdentityUserContext<Member, long>(options)
{
    public DbSet<IdBlock> IdBlocks => Set<IdBlock>();

    public DbSet<Counter> Counters => Set<Counter>();

    public DbSet<Workspace> Workspaces => Set<Workspace>();

    public DbSet<DefinitionVersion> Definitions => Set<DefinitionVersion>();

    public DbSet<Publication> Publications => Set<Publication>();

    public DbSet<KeptColumn> KeptColumns => Set<KeptColumn>();

    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<Seal> Seals => Set<Seal>();

    public DbSet<TierRun> TierRuns => Set<TierRun>();

    public DbSet<TierResult> TierResults => Set<TierResult>();

    public DbSet<TierChange> TierChanges => Set<TierChange>();

    public DbSet<TierCurrent> CurrentTiers => Set<TierCurrent>();

    public DbSet<Calendar> Calendars => Set<Calendar>();

    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<DesignDraft> DesignDrafts => Set<DesignDraft>();

    public DbSet<PersonalViews> PersonalViews => Set<PersonalViews>();

    public DbSet<DepartmentRow> Departments => Set<DepartmentRow>();

    public DbSet<OrganisationState> OrganisationStates => Set<OrganisationState>();

    public DbSet<MembershipRow> Memberships => Set<MembershipRow>();

    public DbSet<ReportingLineRow> ReportingLines => Set<ReportingLineRow>();

    public DbSet<AbsenceRow> Absences => Set<AbsenceRow>();

    public DbSet<HandOverRow> HandOvers => Set<HandOverRow>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<KeptFile> Files => Set<KeptFile>();

    public DbSet<FileChunk> FileChunks => Set<FileChunk>();

    public DbSet<FlowInstance> FlowInstances => Set<FlowInstance>();

    public DbSet<FlowTask> FlowTasks => Set<FlowTask>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<RoleAssignmentRow> RoleAssignments => Set<RoleAssignmentRow>();

    public DbSet<RecordShare> RecordShares => Set<RecordShare>();

    public DbSet<MemberSession> Sessions => Set<MemberSession>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<PasswordLink> PasswordLinks => Set<PasswordLink>();

    public DbSet<DataKey> DataKeys => Set<DataKey>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>Fixed here, since the tables must not depend on the options of whoever hosts the context.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    /// <summary>Where the database has one writer, saving waits for a turn, which must not hold a thread.</summary>
    public sealed override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("The platform's tables are saved with SaveChangesAsync.");

    /// <summary>Whoever adds, renames or deactivates a member changes the organisation too, through whatever door.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is null)
        {
            // Accounts are saved without a transaction of ours, whose beginning asks the same.
            ViewOnly.RefuseWrites();
        }

        var stamped = ChangeTracker.Entries<Member>().Any(ChangesOrganisation) ? Attach(OrganisationState.Stamped()) : null;
        stamped?.Property(state => state.Stamp).IsModified = true;
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            stamped?.State = EntityState.Detached;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        Name<HistoryAction>(configurationBuilder);
        Name<DepartmentRole>(configurationBuilder);
        Name<HistoryThrough>(configurationBuilder);
        Name<SealedLog>(configurationBuilder);
        Name<FlowStatus>(configurationBuilder);
        Name<ScopeStatus>(configurationBuilder);
        Name<SeatStatus>(configurationBuilder);
        Name<SeatOrigin>(configurationBuilder);
        Name<TimerStatus>(configurationBuilder);
        Name<JobStatus>(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PlatformContext).Assembly);
        NameAccountTables(builder);
    }

    private static void Name<TEnum>(ModelConfigurationBuilder builder) where TEnum : struct, Enum
        => builder.Properties<TEnum>().HaveConversion<KeyedEnumConverter<TEnum>>().HaveMaxLength(KeyedEnum.MaximumLength);

    private static bool ChangesOrganisation(EntityEntry<Member> member) => member.State is EntityState.Added or EntityState.Deleted
        || (member.State is EntityState.Modified && (Differs(member, row => row.IsActive) || Differs(member, row => row.DisplayName) || Differs(member, row => row.UserName)));

    /// <summary>Accounts are saved with all of their columns, most of them as they were.</summary>
    private static bool Differs<T>(EntityEntry<Member> member, Expression<Func<Member, T>> read)
        => member.Property(read) is var property && !EqualityComparer<T>.Default.Equals(property.OriginalValue, property.CurrentValue);

    /// <summary>The lengths keep the keys below SQL Server's limit of 900 bytes.</summary>
    private static void NameAccountTables(ModelBuilder builder)
    {
        builder.Entity<IdentityUserClaim<long>>().ToTable("sys_member_claim");
        builder.Entity<IdentityUserLogin<long>>(login =>
        {
            login.ToTable("sys_member_login");
            login.Property(row => row.LoginProvider).HasMaxLength(128);
            login.Property(row => row.ProviderKey).HasMaxLength(128);
        });
        builder.Entity<IdentityUserToken<long>>(token =>
        {
            token.ToTable("sys_member_token");
            token.Property(row => row.LoginProvider).HasMaxLength(128);
            token.Property(row => row.Name).HasMaxLength(128);
        });
    }
}
