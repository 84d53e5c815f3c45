using System.Collections.Concurrent;
using LowCodeErp.Data.Accounts;

namespace LowCodeErp.Web.Identity.Sessions;

/// <summary>
/// Ends the open pages of whoever was signed out or deactivated, on whatever node, or has other rights by now: with one question every two seconds for all
/// pages of this process.
/// </summary>
internal sealed class SessionWatch(MemberSessions sessions, UseNotes notes, TimeProvider clock, ILogger<SessionWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<CircuitSession, long> _circuits = [];

    /// <summary>From now on, or from now on for another session.</summary>
    public void Watch(CircuitSession circuit, long session) => _circuits[circuit] = session;

    public void Forget(CircuitSession circuit) => _circuits.TryRemove(circuit, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await CheckAsync(stoppingToken);
        }
    }

    private async Task CheckAsync(CancellationToken stoppingToken)
    {
        var circuits = _circuits.ToArray();
        if (circuits.Length == 0)
        {
            return;
        }

        try
        {
            var standings = (await sessions.FindAsync([.. circuits.Select(circuit => circuit.Value).Distinct()], stoppingToken)).ToDictionary(standing => standing.Id);
            foreach (var (circuit, _) in circuits.Where(circuit => !circuit.Key.IsAsBefore(standings.GetValueOrDefault(circuit.Value))))
            {
                circuit.End();
            }

            foreach (var standing in standings.Values)
            {
                notes.Note(standing);
            }
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException { InnerException: System.Data.Common.DbException } or TimeoutException)
        {
            // The database is away for a moment, and with it everything that a page could show; the next tick asks again.
            logger.LogWarning(exception, "Sessions could not be checked.");
        }
    }
}
