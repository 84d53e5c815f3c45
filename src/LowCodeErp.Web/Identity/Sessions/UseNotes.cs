using System.Collections.Concurrent;
using LowCodeErp.Data.Accounts;

namespace LowCodeErp.Web.Identity.Sessions;

/// <summary>
/// Writes down when sessions and keys were used last, and that a view of another member has come to its end by itself. Requests only leave a note: where the database has one writer, an import may hold it for minutes, and nobody
/// shall wait for that to read a page.
/// </summary>
internal sealed class UseNotes(MemberSessions sessions, MemberViewings viewings, ApiKeys keys, TimeProvider clock, ILogger<UseNotes> logger) : BackgroundService
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
            var seen = Take(_sessions);
            foreach (var over in seen.Where(session => session.IsViewingOver))
            {
                await viewings.EndAsync(over.Id, cancellationToken: stoppingToken);
            }

            await sessions.SeeAsync(seen, stoppingToken);
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
