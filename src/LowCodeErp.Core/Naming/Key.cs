namespace LowCodeErp.Core.Naming;

/// <summary>
/// The permanent name of a thing in metadata: lower-case ASCII words joined by hyphens (<c>order-line</c>), at most
/// <see cref="MaximumLength"/> characters, starting with a letter. Labels may change freely, keys never do.
/// </summary>
public static class Key
{
    /// <summary>PostgreSQL cuts identifiers at 63 bytes; this leaves room for the names of indexes and foreign keys.</summary>
    public const int MaximumLength = 50;

    public static bool IsValid(string? key)
        => key is { Length: > 0 and <= MaximumLength }
            && char.IsAsciiLetterLower(key[0])
            && key[^1] != '-'
            && !key.Contains("--", StringComparison.Ordinal)
            && key.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');

    /// <summary>The name of the table or column that stores what the key names.</summary>
    public static string ToColumn(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Replace('-', '_');
    }

    /// <summary>Turns a .NET name into a key: <c>RRule</c> becomes <c>r-rule</c>.</summary>
    public static string FromName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Concat(name.Select((character, index) =>
            char.IsUpper(character) ? (index == 0 ? "" : "-") + char.ToLowerInvariant(character) : character.ToString()));
    }
}
