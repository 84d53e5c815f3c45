using System.Data.Common;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Queries;

namespace LowCodeErp.Data.Queries;

/// <summary>
/// Ends a statement that takes longer than <see cref="WorkspaceConnections.ReadTimeLimit"/>, or whose caller has gone. A server is told
/// by its driver; SQLite works on the thread that calls it and looks at no token, so that it is interrupted from another.
/// </summary>
internal sealed class ReadDeadline(DbConnection connection, WorkspaceConnections connections)
{
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> statement, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(connections.ReadTimeLimit);
        // Leaving waits for an interruption that is under way, so that it cannot hit the next user of a pooled connection.
        using var interruption = deadline.Token.Register(() => connections.Interrupt(connection));
        try
        {
            return await statement(deadline.Token);
        }
        catch (Exception exception) when (deadline.IsCancellationRequested && IsEnded(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new ReadTimeLimitException(connections.ReadTimeLimit, exception);
        }
    }

    /// <summary>EF wraps what it takes for a fault that might pass.</summary>
    private static bool IsEnded(Exception exception)
        => exception is OperationCanceledException or DbException or InvalidOperationException { InnerException: DbException };
}
