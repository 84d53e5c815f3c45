using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LowCodeErp.Data.Providers.Sqlite;

/// <summary>A connection that its <see cref="SqliteWriter"/> keeps when whoever wrote is done with it.</summary>
internal sealed class SqliteWriterConnection(string connectionString, SqliteWriter writer) : SqliteConnection(connectionString)
{
    private const int MostStatements = 256;
    private const int LongestStatement = 4_000;

    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private bool _isClosing;

    /// <summary>Prepared already when the same text was run before.</summary>
    public SqliteCommand CreateCommand(string text)
        => _statements.Remove(text, out var kept) ? kept : new Statement(this) { CommandText = text };

    public void CloseForGood()
    {
        _isClosing = true;
        Dispose();
    }

    /// <summary>Kept, unless something is wrong with it or one is kept already.</summary>
    protected override void Dispose(bool disposing)
    {
        if (!disposing || _isClosing || !IsSound || !writer.TryKeep(this))
        {
            _isClosing = true;
            base.Dispose(disposing);
        }
    }

    private bool IsSound => Handle is { IsInvalid: false, IsClosed: false } handle && raw.sqlite3_get_autocommit(handle) != 0;

    private bool TryKeep(Statement statement)
    {
        if (!_isClosing && _statements.GetValueOrDefault(statement.CommandText) == statement)
        {
            return true;
        }

        if (_isClosing || statement.CommandText.Length > LongestStatement || _statements.Count == MostStatements || !_statements.TryAdd(statement.CommandText, statement))
        {
            return false;
        }

        statement.Parameters.Clear();
        statement.Transaction = null;
        return true;
    }

    private sealed class Statement(SqliteWriterConnection owner) : SqliteCommand(null, owner)
    {
        protected override void Dispose(bool disposing)
        {
            if (!disposing || !owner.TryKeep(this))
            {
                base.Dispose(disposing);
            }
        }
    }
}
