using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Formulas.Functions;

/// <summary>One database of each provider for all functions: they change nothing in it.</summary>
public sealed class FunctionDatabases : IAsyncLifetime
{
    private readonly Dictionary<DatabaseProvider, TestDatabase> _databases = [];
    private readonly SemaphoreSlim _turn = new(1, 1);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async Task<WorkspaceConnections> GetAsync(DatabaseProvider provider)
    {
        await _turn.WaitAsync();
        try
        {
            if (!_databases.TryGetValue(provider, out var database))
            {
                database = _databases[provider] = await TestDatabase.CreateWithPlatformAsync(provider);
            }

            return database.Connections;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases.Values)
        {
            await database.DisposeAsync();
        }

        _turn.Dispose();
    }
}
