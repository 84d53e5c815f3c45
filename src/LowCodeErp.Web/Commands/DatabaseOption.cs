using System.CommandLine;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Web.Commands;

/// <summary><c>--database</c>, which every command but the server's declares; the server reads it as a setting.</summary>
internal static class DatabaseOption
{
    public const string EnvironmentVariable = "LOWCODE_DATABASE";

    public const string Default = "data/erp.db";

    public static Option<string> Create() => new("--database")
    {
        Description = new LocalizedText(
            "数据库：SQLite 文件路径，或 Host=…（PostgreSQL），或 Server=…（SQL Server）。",
            "The database: path of a SQLite file, or Host=… (PostgreSQL), or Server=… (SQL Server).").ToString(),
        DefaultValueFactory = _ => OfEnvironment() ?? Default,
    };

    public static string? OfEnvironment() => Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } text ? text : null;
}
