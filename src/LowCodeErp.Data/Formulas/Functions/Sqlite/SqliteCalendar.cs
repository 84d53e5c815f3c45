using System.Collections.Concurrent;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Data.Formulas.Functions.Sqlite;

/// <summary>
/// The calendar by which the functions of a SQLite file count working days. They run in this process, so they see the calendar that it
/// has read last, and with it what the same formula gives in memory.
/// </summary>
internal sealed class SqliteCalendar
{
    private static readonly ConcurrentDictionary<string, SqliteCalendar> _calendars = new(StringComparer.Ordinal);

    private volatile EvaluationContext _context = new(DateTime.UnixEpoch);

    public EvaluationContext Context => _context;

    /// <summary>All connections to a file share its calendar.</summary>
    public static SqliteCalendar Of(string file) => _calendars.GetOrAdd(file, _ => new SqliteCalendar());

    public void Adopt(IWorkingCalendar calendar) => _context = new(DateTime.UnixEpoch) { Calendar = calendar };
}
