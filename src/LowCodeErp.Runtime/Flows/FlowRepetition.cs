using System.Data.Common;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Flows;

/// <summary>
/// Does a command again that somebody else came before: on a new transaction, from what is stored by then, after a pause that differs from everybody else's
/// (flows.md 2.1-3).
/// </summary>
internal static class FlowRepetition
{
    private const int MostAttempts = 10;

    /// <summary>In milliseconds; doubled with every attempt, up to sixteen times as much.</summary>
    private const int ShortestPause = 5;

    /// <param name="work">A whole transaction, from its beginning to its commit.</param>
    /// <returns>Null when somebody else was faster every time.</returns>
    public static async Task<FlowResult?> RunAsync(Func<Task<FlowResult>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            try
            {
                return await work();
            }
            catch (Exception exception) when (exception is FlowConflictException or FormChangedException || exception is DbException { IsTransient: true } || (exception is DbException lost && Repetition.MayPass(lost)))
            {
                // Nothing of the transaction is stored. The next one sees what the other has done.
                await Task.Delay(PauseAfter(attempt), cancellationToken);
            }
        }

        return null;
    }

    private static int PauseAfter(int attempt) => Random.Shared.Next(ShortestPause, ShortestPause << Math.Min(attempt, 4));
}
