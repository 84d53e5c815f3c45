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

    private string Removal => $"DROP DATABASE {_name} WITH (FORCE)";

    public static async Task<PostgreSqlTestDatabase> CreateAsync() => await CreateAsync(await PostgreSqlCluster.GetServerAsync(), "template1");

    /// <summary>A database that somebody is connected to cannot be copied; the pools of this process keep their connections.</summary>
    protected override Task SettleAsync()
        => ExecuteAsync(_server, $"SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity WHERE datname = '{_name}'");

    protected override async Task<TestDatabase> CopyAsync() => await CreateAsync(_server, _name);

    protected override async Task RemoveAsync()
    {
        ClearPool();
        await ExecuteAsync(_server, Removal);
    }

    protected override void Remove()
    {
        if (!PostgreSqlCluster.IsGiven)
        {
            return; // The cluster goes as a whole.
        }

        using var connection = new NpgsqlConnection(_server);
        connection.Open();
        using var command = new NpgsqlCommand(Removal, connection);
        command.ExecuteNonQuery();
    }

    private static async Task<PostgreSqlTestDatabase> CreateAsync(string server, string source)
    {
        var name = $"lowcode_{Guid.NewGuid():N}";
        await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE {source}");
        return new(server, name);
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private void ClearPool()
    {
        using var connection = new NpgsqlConnection(Target.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }
}
