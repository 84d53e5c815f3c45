namespace LowCodeErp.Data.Providers;

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
    SqlServer,
}
