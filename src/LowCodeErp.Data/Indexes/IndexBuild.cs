using System.Data.Common;
using LowCodeErp.Data.Providers;

namespace LowCodeErp.Data.Indexes;

/// <summary>Makes and drops indexes, one at a time, and keeps publications away meanwhile.</summary>
internal sealed class IndexBuild(WorkspaceConnections connections)
{
    public async Task<Turn> BeginAsync(CancellationToken cancellationToken)
        => new(connections.Target.Provider, await connections.LockSchemaApartAsync(cancellationToken), connections);

    /// <param name="apart">The connection that holds the lock; null where indexes are made inside a transaction.</param>
    internal sealed class Turn(DatabaseProvider provider, DbConnection? apart, WorkspaceConnections connections) : IAsyncDisposable
    {
        /// <param name="remains">What an interrupted attempt has left; null for nothing.</param>
        /// <returns>Why it failed; null when it is there.</returns>
        public async Task<string?> CreateAsync(string table, IReadOnlyList<string> columns, CatalogIndex? remains, CancellationToken cancellationToken)
        {
            if (remains is not null)
            {
                await DropAsync(remains, cancellationToken);
            }

            try
            {
                await RunAsync(IndexStatements.Create(provider, table, columns, isOnline: apart is not null), cancellationToken);
                return null;
            }
            catch (DbException exception)
            {
                await ClearAsync(new(table, IndexName.For(table, columns), columns, IsPartial: true, IsUsable: false));
                return exception.Message;
            }
            catch (OperationCanceledException)
            {
                await ClearAsync(new(table, IndexName.For(table, columns), columns, IsPartial: true, IsUsable: false));
                throw;
            }
        }

        public Task DropAsync(CatalogIndex index, CancellationToken cancellationToken)
            => RunAsync(IndexStatements.Drop(provider, index, isOnline: apart is not null), cancellationToken);

        public async ValueTask DisposeAsync()
        {
            if (apart is not null)
            {
                await apart.DisposeAsync();
            }
        }

        /// <summary>Outside a transaction half an index stays behind.</summary>
        private async Task ClearAsync(CatalogIndex half)
        {
            if (apart is not null && (await IndexCatalog.ReadAsync(apart, null, provider, CancellationToken.None)).Any(index => index.Name == half.Name))
            {
                await DropAsync(half, CancellationToken.None);
            }
        }

        private async Task RunAsync(string statement, CancellationToken cancellationToken)
        {
            if (apart is not null)
            {
                await ExecuteAsync(apart, null, statement, cancellationToken);
                return;
            }

            await using var transaction = await connections.BeginSchemaChangeAsync(cancellationToken);
            await ExecuteAsync(transaction.Connection, transaction.Transaction, statement, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        private static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string statement, CancellationToken cancellationToken)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = statement;
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
