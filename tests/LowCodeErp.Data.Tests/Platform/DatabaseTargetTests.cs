using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Providers;

namespace LowCodeErp.Data.Tests.Platform;

public sealed class DatabaseTargetTests
{
    [Theory]
    [InlineData("Host=db;Database=erp;Username=u;Password=secret", DatabaseProvider.PostgreSql, "PostgreSQL db:5432/erp")]
    [InlineData("password=secret;database=erp;HOST=db;Port=6000", DatabaseProvider.PostgreSql, "PostgreSQL db:6000/erp")]
    [InlineData("Server=db,1433;Database=erp;User Id=u;Password=secret", DatabaseProvider.SqlServer, "SQL Server db,1433/erp")]
    [InlineData("/data/erp.db", DatabaseProvider.Sqlite, "SQLite /data/erp.db")]
    [InlineData("/data/a=b;c.db", DatabaseProvider.Sqlite, "SQLite /data/a=b;c.db")]
    [InlineData("Data Source=/data/erp.db", DatabaseProvider.Sqlite, "SQLite /data/erp.db")]
    public void Parse_TargetOfEachProvider_IsRecognisedAndShownWithoutPassword(string text, DatabaseProvider provider, string shown)
    {
        var target = Parse(text, out _);

        Assert.NotNull(target);
        Assert.Equal(provider, target.Provider);
        Assert.Equal(shown, target.ToString());
    }

    [Fact]
    public void Parse_RelativePath_IsMadeAbsolute()
    {
        var target = Parse("erp.db", out _);

        Assert.Equal($"SQLite {Path.Combine(Directory.GetCurrentDirectory(), "erp.db")}", target?.ToString());
    }

    [Theory]
    [InlineData(null, "database.target.blank")]
    [InlineData("  ", "database.target.blank")]
    [InlineData("Data Source=", "database.target.no-server")]
    [InlineData(":memory:", "database.target.memory")]
    [InlineData("Data Source=:memory:", "database.target.memory")]
    [InlineData("/", "database.target.folder")]
    [InlineData("/data/erp/", "database.target.folder")]
    [InlineData("Host=db;Username=u;Password=secret", "database.target.no-database")]
    [InlineData("Server=db;User Id=u;Password=secret", "database.target.no-database")]
    [InlineData("Database=erp;Password=secret", "database.target.no-server")]
    [InlineData("Host=db;Password=\"secret", "database.target.unreadable")]
    [InlineData("Host=db;Database=erp;Colour=secret", "database.target.unknown-setting")]
    [InlineData("Host=db;Database=erp;Port=secret", "database.target.unknown-setting")]
    [InlineData("Server=db;Database=erp;Colour=secret", "database.target.unknown-setting")]
    [InlineData("Data Source=erp.db;Cache=Shared", "database.target.unknown-setting")]
    public void Parse_WrongTarget_IsADiagnosticThatQuotesNoValue(string? text, string code)
    {
        var target = Parse(text, out var diagnostics);

        Assert.Null(target);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(code, diagnostic.Code);
        Assert.Equal("--database", diagnostic.Path);
        Assert.DoesNotContain("secret", diagnostic.Message.Chinese + diagnostic.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_UnknownSetting_IsNamed()
    {
        Parse("Host=db;Database=erp;Colour=red", out var diagnostics);

        Assert.Contains("colour", diagnostics[0].Message.English, StringComparison.OrdinalIgnoreCase);
    }

    private static DatabaseTarget? Parse(string? text, out IReadOnlyList<Diagnostic> diagnostics)
    {
        var bag = new DiagnosticBag();
        var target = DatabaseTarget.Parse(text, "--database", bag);
        diagnostics = bag.Items;
        return target;
    }
}
