namespace LowCodeErp.Formula.Functions;

/// <summary>The databases on which something runs as SQL with the same result as in memory.</summary>
[Flags]
public enum SqlProviders
{
    None = 0,
    Sqlite = 1,
    PostgreSql = 2,
    SqlServer = 4,
    All = Sqlite | PostgreSql | SqlServer,
}
