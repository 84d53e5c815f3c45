using LowCodeErp.Data.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LowCodeErp.Data.Providers.SqlServer;

internal sealed class SqlServerPlatformContext(DbContextOptions<SqlServerPlatformContext> options) : PlatformContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // Ordinal as on SQLite; the usual default takes upper and lower case for the same.
        configurationBuilder.Properties<string>().UseCollation("Latin1_General_100_BIN2");
    }

    public sealed class DesignTime : IDesignTimeDbContextFactory<SqlServerPlatformContext>
    {
        public SqlServerPlatformContext CreateDbContext(string[] args)
            => new(new DbContextOptionsBuilder<SqlServerPlatformContext>().UseSqlServer("Server=design;Database=design").Options);
    }
}
