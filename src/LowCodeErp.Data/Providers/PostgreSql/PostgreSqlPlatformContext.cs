using LowCodeErp.Data.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LowCodeErp.Data.Providers.PostgreSql;

internal sealed class PostgreSqlPlatformContext(DbContextOptions<PostgreSqlPlatformContext> options) : PlatformContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // Ordinal as on SQLite; a cluster's own collation depends on how it was set up.
        configurationBuilder.Properties<string>().UseCollation("C");
    }

    public sealed class DesignTime : IDesignTimeDbContextFactory<PostgreSqlPlatformContext>
    {
        public PostgreSqlPlatformContext CreateDbContext(string[] args)
            => new(new DbContextOptionsBuilder<PostgreSqlPlatformContext>().UseNpgsql("Host=design;Database=design").Options);
    }
}
