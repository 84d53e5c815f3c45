using Npgsql;

namespace LowCodeErp.TestDatabases;

internal sealed class PostgreSqlTestDatabase : TestDatabase
{
    private readonly string _server;
    private readonly string _name;

    private PostgreSqlTestDatabase(string server, string name)
        : base(new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString)
    {
        _server = server;
        _name = name;
    }

    public static async Task<PostgreSqlTestDatabase> CreateAsync()
    {
        var server = await PostgreSqlCluster.GetServerAsync();
        var name = $"lowcode_{Guid.NewGuid():N}";
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        return new(server, name);
    }

    protected override async Task RemoveAsync()
    {
        await using (var connection = new NpgsqlConnection(Target.ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await ExecuteAsync(_server, $"DROP DATABASE {_name} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
