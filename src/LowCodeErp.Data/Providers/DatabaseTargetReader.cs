using System.Data.Common;
using LowCodeErp.Core.Diagnostics;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LowCodeErp.Data.Providers;

internal sealed class DatabaseTargetReader(string path, DiagnosticBag diagnostics)
{
    /// <summary>
    /// Unless the operator says otherwise. The drivers' own 15 and 30 seconds are too few on a machine that is busy with an import, and
    /// end in errors that tell nobody anything.
    /// </summary>
    private const int ConnectSeconds = 60;

    private const int CommandSeconds = 120;

    private static readonly char[] _pathSeparators = ['/', '\\'];

    public DatabaseTarget? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Refuse(DatabaseDiagnostics.TargetIsBlank(path));
        }

        return LooksLikeSettings(text) ? ReadSettings(text) : ReadFile(text.Trim());
    }

    /// <summary>A file name may contain an equals sign too; the name of a setting never contains a folder.</summary>
    private static bool LooksLikeSettings(string text)
    {
        var equalsSign = text.IndexOf('=', StringComparison.Ordinal);
        return equalsSign > 0 && text.IndexOfAny(_pathSeparators, 0, equalsSign) < 0;
    }

    private DatabaseTarget? ReadSettings(string text)
    {
        var settings = new DbConnectionStringBuilder();
        try
        {
            settings.ConnectionString = text;
        }
        catch (ArgumentException)
        {
            // The exception may quote the text around the mistake, and with it a password.
            return Refuse(DatabaseDiagnostics.TargetIsUnreadable(path));
        }

        return settings.ContainsKey("Host") ? ReadPostgreSql(settings)
            : settings.ContainsKey("Server") ? ReadSqlServer(settings)
            : settings.ContainsKey("Data Source") ? ReadSqlite(settings)
            : Refuse(DatabaseDiagnostics.TargetHasNoServer(path));
    }

    private DatabaseTarget? ReadPostgreSql(DbConnectionStringBuilder settings)
    {
        var builder = new NpgsqlConnectionStringBuilder { Timeout = ConnectSeconds, CommandTimeout = CommandSeconds };
        if (!TryCopy(settings, builder, "PostgreSQL"))
        {
            return null;
        }

        return string.IsNullOrEmpty(builder.Database)
            ? Refuse(DatabaseDiagnostics.TargetHasNoDatabase(path, builder.Host ?? ""))
            : new(DatabaseProvider.PostgreSql, builder.ConnectionString, $"PostgreSQL {builder.Host}:{builder.Port}/{builder.Database}");
    }

    private DatabaseTarget? ReadSqlServer(DbConnectionStringBuilder settings)
    {
        var builder = new SqlConnectionStringBuilder { ConnectTimeout = ConnectSeconds, CommandTimeout = CommandSeconds };
        if (!TryCopy(settings, builder, "SQL Server"))
        {
            return null;
        }

        return builder.InitialCatalog.Length == 0
            ? Refuse(DatabaseDiagnostics.TargetHasNoDatabase(path, builder.DataSource))
            : new(DatabaseProvider.SqlServer, builder.ConnectionString, $"SQL Server {builder.DataSource}/{builder.InitialCatalog}");
    }

    /// <summary>Only the file is the operator's choice: a shared cache or a read-only mode would break the writer queue.</summary>
    private DatabaseTarget? ReadSqlite(DbConnectionStringBuilder settings)
    {
        var other = settings.Keys.Cast<string>().FirstOrDefault(key => !key.Equals("Data Source", StringComparison.OrdinalIgnoreCase));
        return other is null
            ? ReadFile(settings["Data Source"].ToString()!)
            : Refuse(DatabaseDiagnostics.SettingIsUnknown(path, other, "SQLite"));
    }

    private DatabaseTarget? ReadFile(string file)
    {
        if (file.Length == 0 || file.Contains('\0', StringComparison.Ordinal))
        {
            return Refuse(DatabaseDiagnostics.TargetIsBlank(path));
        }

        if (file.Equals(":memory:", StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(DatabaseDiagnostics.FileIsMemory(path));
        }

        var fullPath = Path.GetFullPath(file);
        return Path.EndsInDirectorySeparator(fullPath) || Directory.Exists(fullPath)
            ? Refuse(DatabaseDiagnostics.FileIsFolder(path, file))
            : new(DatabaseProvider.Sqlite, ToConnectionString(fullPath), $"SQLite {fullPath}");
    }

    private static string ToConnectionString(string fullPath)
        => new SqliteConnectionStringBuilder { DataSource = fullPath, ForeignKeys = true, DefaultTimeout = 30 }.ConnectionString;

    /// <summary>One by one, so that the setting at fault can be named.</summary>
    private bool TryCopy(DbConnectionStringBuilder settings, DbConnectionStringBuilder target, string provider)
    {
        foreach (string key in settings.Keys)
        {
            try
            {
                target[key] = settings[key];
            }
            catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException or OverflowException)
            {
                // What the builders throw for a name or value that they do not know; the diagnostic names it.
                diagnostics.Add(DatabaseDiagnostics.SettingIsUnknown(path, key, provider));
                return false;
            }
        }

        return true;
    }

    private DatabaseTarget? Refuse(Diagnostic diagnostic)
    {
        diagnostics.Add(diagnostic);
        return null;
    }
}
