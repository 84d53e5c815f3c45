using System.Collections.Concurrent;
using LowCodeErp.Data.Accounts;

namespace LowCodeErp.Web.Identity.Sessions;

/// <summary>
/// Writes down when sessions and keys were used last. Requests only leave a note: where the database has one writer, an import may hold it for minutes, and nobody
/// shall wait for that to read a page.
/// </summary>
internal sealed class UseNotes(MemberSessions sessions, ApiKeys keys, TimeProvider clock, ILogger<UseNotes> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<long, SessionStanding> _sessions = [];
    private readonly ConcurrentDictionary<long, ApiKeyStanding> _keys = [];

    public void Note(SessionStanding session) => _sessions[session.Id] = session;

    public void Note(ApiKeyStanding key) => _keys[key.Id] = key;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await WriteAsync(stoppingToken);
        }
    }

    private async Task WriteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await sessions.SeeAsync(Take(_sessions), stoppingToken);
            await keys.SeeAsync(Take(_keys), stoppingToken);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException { InnerException: System.Data.Common.DbException } or TimeoutException)
        {
            // The database is away for a moment; the next use leaves the next note.
            logger.LogWarning(exception, "The last use of sessions could not be written down.");
        }
    }

    private static List<T> Take<T>(ConcurrentDictionary<long, T> notes)
    {
        var taken = new List<T>();
        foreach (var id in notes.Keys)
        {
            if (notes.TryRemove(id, out var note))
            {
                taken.Add(note);
            }
        }

        return taken;
    }
}
