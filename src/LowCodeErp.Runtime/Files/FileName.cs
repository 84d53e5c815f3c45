using System.Buffers;
using System.Globalization;
using System.Text;

namespace LowCodeErp.Runtime.Files;

/// <summary>Names as people give them to files. They are shown and offered for downloads; nothing is ever stored under them.</summary>
public static class FileName
{
    public const int MaximumLength = 200;

    /// <summary>What some system does not allow in names, or takes for a way to another folder.</summary>
    private static readonly SearchValues<char> Unsafe = SearchValues.Create("\"*:<>?|");

    /// <summary>Without the folders before it and without characters that are not seen or turn what is read; "" when nothing is left.</summary>
    public static string Clean(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var clean = new StringBuilder(name.Length);
        foreach (var character in name[(name.LastIndexOfAny(['/', '\\']) + 1)..])
        {
            if (IsSeen(character))
            {
                clean.Append(Unsafe.Contains(character) ? '_' : character);
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC).Trim().TrimEnd('.', ' ');
    }

    private static bool IsSeen(char character)
        => char.IsSurrogate(character) || char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned);
}
