using System.Data.Common;
using System.Runtime.CompilerServices;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Platform.Mapping;

namespace LowCodeErp.Data.Auditing;

/// <summary>
/// A log, or the seals, as the check reads them: one row after the other, and not through EF, which would give up at the first value that somebody has
/// replaced by nonsense. To the check that is one finding more.
/// </summary>
internal sealed class LogTable<TRow>(string name, string columns, Func<DbDataReader, TRow> read, Func<long, TRow> spoilt)
{
    public string Name => name;

    /// <param name="rest">A condition and order.</param>
    public async IAsyncEnumerable<TRow> ReadAsync(DbConnection connection, string rest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = $"SELECT {columns} FROM {name} {rest}";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return Read(reader);
        }
    }

    private TRow Read(DbDataReader reader)
    {
        try
        {
            return read(reader);
        }
        catch (Exception exception) when (exception is InvalidCastException or FormatException or InvalidOperationException or OverflowException)
        {
            // SQLite keeps any value in any column; what was never written by this program cannot be read by it either.
            return spoilt(reader.GetInt64(0));
        }
    }
}

internal static class LogTable
{
    private static readonly LogTable<LoggedRow> _history = new(
        "sys_history", "id, form, record_id, version, action, at, actor_id, actor_name, through, changes, hash",
        reader => ToRow(reader, at: 5, hash: 10, HistoryHash.Of(
            reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetString(4), reader.GetDateTime(5), reader.GetInt64(6),
            reader.GetString(7), reader.GetString(8), reader.GetString(9))),
        Spoilt);

    private static readonly LogTable<LoggedRow> _audit = new(
        "sys_audit", "id, at, actor_id, actor_name, kind, app, form, record_id, details, address, hash",
        reader => ToRow(reader, at: 1, hash: 10, AuditRow.HashOf(
            reader.GetInt64(0), reader.GetDateTime(1), reader.GetInt64(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetString(6),
            reader.GetInt64(7), reader.GetString(8), reader.GetString(9))),
        Spoilt);

    public static LogTable<StoredSeal> Seals { get; } = new(
        "sys_seal", "number, log, from_id, to_id, count, sealed_at, rows_hash, previous_hash, hash",
        reader => new(
            reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetDateTime(5),
            reader.GetFieldValue<byte[]>(6), reader.GetFieldValue<byte[]>(7), reader.GetFieldValue<byte[]>(8)),
        number => new(number, "", 0, 0, 0, DateTime.MinValue, [], [], []));

    public static LogTable<LoggedRow> Of(SealedLog log) => log == SealedLog.History ? _history : _audit;

    public static string KeyOf(SealedLog log) => KeyedEnum.ToKey(log);

    private static LoggedRow ToRow(DbDataReader reader, int at, int hash, byte[] content)
    {
        var stored = reader.GetFieldValue<byte[]>(hash);
        return new(reader.GetInt64(0), reader.GetDateTime(at), stored, stored.AsSpan().SequenceEqual(content));
    }

    private static LoggedRow Spoilt(long id) => new(id, DateTime.MaxValue, [], IsIntact: false);
}
