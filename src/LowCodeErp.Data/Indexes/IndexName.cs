using System.Security.Cryptography;
using System.Text;

namespace LowCodeErp.Data.Indexes;

/// <summary>
/// The names of added indexes. They tell them from those that publishing makes for references and unique fields, and the same columns
/// always get the same name. On servers a name belongs to the schema, not to the table.
/// </summary>
internal static class IndexName
{
    /// <summary>So that the whole stays below the 63 bytes that PostgreSQL keeps of a name.</summary>
    private const int MostOfTable = 40;

    private const int HashLength = 12;

    public static string Prefix => "lx_";

    public static string For(string table, IEnumerable<string> columns)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{table}:{string.Join(',', columns)}")))[..HashLength];
        return $"{Prefix}{table[..Math.Min(table.Length, MostOfTable)]}_{hash}";
    }

    public static bool IsAdded(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);
}
