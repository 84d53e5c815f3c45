using Microsoft.Data.Sqlite;

namespace LowCodeErp.TestDatabases;

internal sealed class SqliteTestDatabase : TestDatabase
{
    private readonly DirectoryInfo _folder;

    public SqliteTestDatabase()
        : this(Directory.CreateTempSubdirectory("lowcode-sqlite-"))
    {
    }

    private SqliteTestDatabase(DirectoryInfo folder)
        : base(Path.Combine(folder.FullName, "erp.db"))
        => _folder = folder;

    protected override Task RemoveAsync()
    {
        using (var connection = new SqliteConnection(Target.ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
