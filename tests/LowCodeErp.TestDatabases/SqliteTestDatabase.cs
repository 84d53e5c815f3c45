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
        : base(FileIn(folder))
        => _folder = folder;

    /// <summary>What still stands in the log beside the file is written into the file.</summary>
    protected override async Task SettleAsync()
    {
        await using var connection = new SqliteConnection(Target.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }

    protected override Task<TestDatabase> CopyAsync()
    {
        var folder = Directory.CreateTempSubdirectory("lowcode-sqlite-");
        File.Copy(FileIn(_folder), FileIn(folder));
        return Task.FromResult<TestDatabase>(new SqliteTestDatabase(folder));
    }

    protected override Task RemoveAsync()
    {
        Remove();
        return Task.CompletedTask;
    }

    protected override void Remove()
    {
        using (var connection = new SqliteConnection(Target.ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _folder.Delete(recursive: true);
    }

    private static string FileIn(DirectoryInfo folder) => Path.Combine(folder.FullName, "erp.db");
}
