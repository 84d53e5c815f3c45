using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace LowCodeErp.Data.Providers.PostgreSql;

/// <summary>
/// PostgreSQL refuses a statement with the character U+0000, or half a character, in any text. No stored text has them, since fields leave them
/// out; what is looked for may come from anywhere, so that they are left out of it in the same way.
/// </summary>
internal sealed class StorableText : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Clean(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Clean(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return ValueTask.FromResult(result);
    }

    /// <summary>Halves of characters become the sign of what cannot be read.</summary>
    public static string Clean(string text) => IsStorable(text) ? text
        : string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0).Select(rune => rune.ToString()));

    private static void Clean(DbCommand command)
    {
        foreach (NpgsqlParameter parameter in command.Parameters)
        {
            parameter.Value = parameter.Value switch
            {
                string text => Clean(text),
                IEnumerable<string?> texts => texts.Select(text => text is null ? null : Clean(text)).ToArray(),
                var other => other,
            };
        }
    }

    private static bool IsStorable(string text)
    {
        foreach (var character in text)
        {
            if (character == 0 || char.IsSurrogate(character))
            {
                return false;
            }
        }

        return true;
    }
}
