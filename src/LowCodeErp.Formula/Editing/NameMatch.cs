using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Editing;

/// <summary>How well a name fits what somebody has typed of it: 客户名称 is found by 客户, 名称, kh, khmc and kehu.</summary>
internal static class NameMatch
{
    private const int Exact = 0;
    private const int Beginning = 1;
    private const int Sound = 2;
    private const int Inside = 3;

    /// <summary>The smaller the better; null when it does not fit.</summary>
    public static int? Rank(string typed, IEnumerable<string?> names)
    {
        var query = CharacterFolding.Fold(typed).Trim();
        return names.OfType<string>().Select(name => Rank(query, name)).Min();
    }

    private static int? Rank(string query, string name)
        => name.Equals(query, StringComparison.OrdinalIgnoreCase) ? Exact
            : name.StartsWith(query, StringComparison.OrdinalIgnoreCase) ? Beginning
            : SoundsLike(query, name) ? Sound
            : name.Contains(query, StringComparison.OrdinalIgnoreCase) ? Inside
            : null;

    private static bool SoundsLike(string query, string name)
    {
        if (!query.All(char.IsAsciiLetterOrDigit))
        {
            return false;
        }

        var parts = Pinyin.Read(name).ToList();
        return parts.Exists(part => part.IsChinese)
            && (Begins(string.Concat(parts.Select(part => part.IsChinese ? part.Text[..1] : part.Text)), query)
                || Begins(string.Concat(parts.Select(part => part.Text)), query));
    }

    private static bool Begins(string sound, string query) => sound.StartsWith(query, StringComparison.OrdinalIgnoreCase);
}
