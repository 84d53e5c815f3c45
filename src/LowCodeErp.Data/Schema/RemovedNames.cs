using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LowCodeErp.Data.Schema;

/// <summary>Where columns and tables go that are no longer published: out of the way of new ones of the same key.</summary>
internal static class RemovedNames
{
    /// <summary>So that prefix, name and version stay below the 63 bytes that PostgreSQL keeps of a name.</summary>
    private const int MaximumLength = 40;

    private const int HashLength = 8;

    public static string For(string name, long version) => string.Create(CultureInfo.InvariantCulture, $"_removed_{Shorten(name)}_{version}");

    /// <summary>Two long names that begin alike stay two names.</summary>
    private static string Shorten(string name)
    {
        if (name.Length <= MaximumLength)
        {
            return name;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashLength];
        return $"{name[..(MaximumLength - HashLength - 1)]}_{hash}";
    }
}
