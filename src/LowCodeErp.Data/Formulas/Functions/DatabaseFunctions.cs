using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using LowCodeErp.Data.Providers;

namespace LowCodeErp.Data.Formulas.Functions;

/// <summary>
/// Brings the functions of formulas in a server's database to the version of this program. On SQLite there is nothing to store:
/// every connection gets them when it is opened.
/// </summary>
internal static class DatabaseFunctions
{
    /// <summary>The scripts of a provider, in the order in which they build on each other.</summary>
    public static string ScriptOf(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.PostgreSql => Join("PostgreSql", "numbers", "casing", "texts", "dates", "calendar"),
        DatabaseProvider.SqlServer => Join("SqlServer", "numbers", "texts", "dates"),
        _ => "",
    };

    /// <summary>Within the transaction that migrates, so that no other node does the same.</summary>
    public static async Task EnsureUpToDateAsync(WorkspaceConnections connections, WriteTransaction write, CancellationToken cancellationToken)
    {
        var script = ScriptOf(connections.Target.Provider);
        if (script.Length == 0)
        {
            return;
        }

        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        var stamp = FunctionStamp.Of(connections.Target.Provider);
        if (await ScalarAsync(write, stamp.Read, cancellationToken) as string == version)
        {
            return;
        }

        foreach (var batch in stamp.Split(script))
        {
            await ScalarAsync(write, batch, cancellationToken);
        }

        await ScalarAsync(write, stamp.Write(version), cancellationToken);
    }

    private static async Task<object?> ScalarAsync(WriteTransaction write, string sql, CancellationToken cancellationToken)
    {
        await using var command = write.Connection.CreateCommand();
        command.Transaction = write.Transaction;
#pragma warning disable CA2100 // The program's own scripts.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static string Join(string folder, params IEnumerable<string> families)
        => string.Concat(families.Select(family => Read($"{typeof(DatabaseFunctions).Namespace}.{folder}.{family}.sql")));

    private static string Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program lacks its resource {resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
