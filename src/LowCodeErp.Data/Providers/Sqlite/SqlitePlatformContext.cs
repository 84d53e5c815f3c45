using LowCodeErp.Data.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LowCodeErp.Data.Providers.Sqlite;

internal sealed class SqlitePlatformContext(DbContextOptions<SqlitePlatformContext> options, SqliteWriterQueue queue)
    : PlatformContext(options)
{
    /// <summary>A context that is not part of a write transaction (accounts, mostly) waits for its turn like every other writer.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var turn = Database.CurrentTransaction is null ? await queue.EnterAsync(cancellationToken) : null;
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite has no decimal type: as text it would not sort or sum. 15 digits survive the way through a double.
        configurationBuilder.Properties<decimal>().HaveConversion<double>();
    }

    public sealed class DesignTime : IDesignTimeDbContextFactory<SqlitePlatformContext>
    {
        public SqlitePlatformContext CreateDbContext(string[] args)
            => new(new DbContextOptionsBuilder<SqlitePlatformContext>().UseSqlite("Data Source=design.db").Options, new());
    }
}
