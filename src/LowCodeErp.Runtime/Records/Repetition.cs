using System.Data.Common;

namespace LowCodeErp.Runtime.Records;

/// <summary>
/// Two writers that each wait for a record of the other would wait for ever, so the database ends one of them. Nothing of its
/// transaction is stored then, and the same work comes through once the other is done.
/// </summary>
internal static class Repetition
{
    /// <summary>The class of SQL states that say: rolled back, try again.</summary>
    private const string RolledBack = "40";

    private const int MostAttempts = 10;

    /// <param name="work">A whole transaction, from its beginning to its commit.</param>
    public static async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (DbException exception) when (attempt < MostAttempts && MayPass(exception))
            {
                // The transaction is gone as a whole; the next one begins from what is stored.
            }
        }
    }

    /// <summary>Whether the database has ended the transaction in favour of another one.</summary>
    public static bool MayPass(DbException exception) => exception.SqlState?.StartsWith(RolledBack, StringComparison.Ordinal) == true;
}
