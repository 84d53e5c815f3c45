using System.Globalization;

namespace LowCodeErp.Data.Schema;

/// <summary>Where columns and tables go that are no longer published: out of the way of new ones of the same key.</summary>
internal static class RemovedNames
{
    /// <summary>So that prefix, name and version stay below the 63 bytes that PostgreSQL keeps of a name.</summary>
    private const int MaximumLength = 40;

    public static string For(string name, long version)
        => string.Create(CultureInfo.InvariantCulture, $"_removed_{name[..Math.Min(name.Length, MaximumLength)]}_{version}");
}
