using LowCodeErp.Data.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>What a context needs to have formulas in its queries.</summary>
internal sealed class FormulaExtension : IDbContextOptionsExtension
{
    private readonly Type _writer;

    private FormulaExtension(Type writer)
    {
        _writer = writer;
        Info = new ExtensionInfo(this);
    }

    public DbContextOptionsExtensionInfo Info { get; }

    public static void AddTo(DbContextOptionsBuilder options, DatabaseProvider provider)
        => ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new FormulaExtension(provider switch
        {
            DatabaseProvider.Sqlite => typeof(SqliteWriter),
            DatabaseProvider.PostgreSql => typeof(PostgreSqlWriter),
            _ => typeof(SqlServerWriter),
        }));

    public void ApplyServices(IServiceCollection services)
    {
        services.AddScoped(typeof(SqlWriter), _writer);
        new EntityFrameworkRelationalServicesBuilder(services)
            .TryAdd<IMethodCallTranslatorPlugin, FormulaTranslatorPlugin>()
            .TryAdd<IEvaluatableExpressionFilterPlugin, FormulaEvaluationFilter>();
    }

    public void Validate(IDbContextOptions options)
    {
    }

    private sealed class ExtensionInfo(FormulaExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => extension._writer.GetHashCode();

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
        {
        }

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other)
            => other is ExtensionInfo { Extension: FormulaExtension same } && same._writer == extension._writer;
    }
}
