using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;

namespace LowCodeErp.Data.Numbering;

/// <summary>
/// The numbers of auto-number fields. They are taken in the caller's transaction, so a rollback gives them back; two savers of
/// the same form in the same period follow one another.
/// </summary>
public sealed class NumberCounters(WorkspaceConnections connections)
{
    private readonly PlatformContextFactory _contexts = new(connections);

    /// <returns>The first of <paramref name="count"/> consecutive numbers; the very first is 1.</returns>
    public async Task<long> TakeAsync(
        WriteTransaction transaction, CounterName name, int count, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        await using var context = _contexts.Join(transaction);
        return await AdvanceCommand.OnCounterAsync(context, connections.Target.Provider, name, count, cancellationToken);
    }
}
