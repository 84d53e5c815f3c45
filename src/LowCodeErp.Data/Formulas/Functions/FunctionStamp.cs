using LowCodeErp.Data.Providers;

namespace LowCodeErp.Data.Formulas.Functions;

/// <summary>Where a server notes which version of the functions it has: with a function itself, so that one cannot be there without the other.</summary>
/// <param name="Read">Gives the version, or nothing.</param>
/// <param name="Split">A script as batches that the server takes one at a time.</param>
internal sealed record FunctionStamp(string Read, Func<string, string> Write, Func<string, IEnumerable<string>> Split)
{
    private const string SqlServerName = "@name = N'lc_version', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'FUNCTION', @level1name = N'lc_whole'";

    public static FunctionStamp Of(DatabaseProvider provider) => provider == DatabaseProvider.PostgreSql
        ? new(
            "SELECT obj_description(to_regprocedure('lc_whole(numeric)'), 'pg_proc')",
            version => $"COMMENT ON FUNCTION lc_whole(numeric) IS '{version}'",
            script => [script])
        : new(
            "SELECT CAST(value AS nvarchar(100)) FROM sys.extended_properties WHERE major_id = OBJECT_ID(N'dbo.lc_whole') AND name = N'lc_version'",
            version => $"""
                IF EXISTS (SELECT 1 FROM sys.extended_properties WHERE major_id = OBJECT_ID(N'dbo.lc_whole') AND name = N'lc_version')
                    EXEC sys.sp_dropextendedproperty {SqlServerName};
                EXEC sys.sp_addextendedproperty {SqlServerName}, @value = N'{version}';
                """,
            script => script.Split("\nGO\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
