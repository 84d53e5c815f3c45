using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Data.Providers;

/// <summary>Which database a workspace lives in. Its text form never shows a user or a password.</summary>
public sealed class DatabaseTarget
{
    private readonly string _shownAs;

    internal DatabaseTarget(DatabaseProvider provider, string connectionString, string shownAs)
    {
        Provider = provider;
        ConnectionString = connectionString;
        _shownAs = shownAs;
    }

    public DatabaseProvider Provider { get; }

    /// <summary>May hold a password: not for logs or messages, which show the target itself.</summary>
    public string ConnectionString { get; }

    /// <summary>
    /// Reads <c>Host=…</c> as PostgreSQL, <c>Server=…</c> as SQL Server, and anything else as the path of a SQLite file
    /// (or <c>Data Source=path</c>).
    /// </summary>
    /// <param name="path">Where the text stands, for the diagnostics: the name of an option or setting.</param>
    /// <returns>Null, with the reason in the diagnostics, when the text names no database that can be used.</returns>
    public static DatabaseTarget? Parse(string? text, string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        return new DatabaseTargetReader(path, diagnostics).Read(text);
    }

    public override string ToString() => _shownAs;
}
