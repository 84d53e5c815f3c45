using System.Globalization;
using System.Text;

namespace LowCodeErp.Core.Naming;

/// <summary>Proposes keys for things that people have named in their own words: 客户名称 becomes <c>ke-hu-ming-cheng</c>.</summary>
public static class KeyProposal
{
    /// <summary>
    /// Always valid, and none of the existing ones: <c>-2</c> is put behind a key that is taken. A label without a word that could be
    /// written in a key gets the fallback with a number: <c>field-7</c>.
    /// </summary>
    /// <param name="fallback">A short key; it also stands before a label that begins with a digit.</param>
    public static string Propose(string label, IEnumerable<string> existing, string fallback)
    {
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(existing);
        ArgumentException.ThrowIfNullOrEmpty(fallback);
        var taken = existing as IReadOnlySet<string> ?? existing.ToHashSet(StringComparer.Ordinal);
        var words = WordsIn(label).ToList();
        if (words.Count == 0)
        {
            return FirstFree(fallback, taken.Count + 1, taken);
        }

        var key = Join(char.IsAsciiLetterLower(words[0][0]) ? words : words.Prepend(fallback));
        return taken.Contains(key) ? FirstFree(key, 2, taken) : key;
    }

    private static string FirstFree(string key, int number, IReadOnlySet<string> taken)
    {
        while (true)
        {
            var ending = "-" + number.ToString(CultureInfo.InvariantCulture);
            var candidate = Cut(key, Key.MaximumLength - ending.Length) + ending;
            if (!taken.Contains(candidate))
            {
                return candidate;
            }

            number++;
        }
    }

    /// <summary>As many whole words as fit; of a first word that is too long, its beginning.</summary>
    private static string Join(IEnumerable<string> words)
    {
        var key = new StringBuilder();
        foreach (var word in words)
        {
            if (key.Length == 0)
            {
                key.Append(Cut(word, Key.MaximumLength));
            }
            else if (key.Length + 1 + word.Length <= Key.MaximumLength)
            {
                key.Append('-').Append(word);
            }
            else
            {
                break;
            }
        }

        return key.ToString();
    }

    private static string Cut(string key, int length) => key.Length <= length ? key : key[..length].TrimEnd('-');

    private static IEnumerable<string> WordsIn(string label)
        => Pinyin.Read(label).SelectMany(part => part.IsChinese ? [part.Text] : LatinWordsIn(part.Text));

    /// <summary>Runs of letters and digits, in lower case and without accents; full-width ones count, as they are typed among Chinese.</summary>
    private static IEnumerable<string> LatinWordsIn(string text)
    {
        var word = new StringBuilder();
        foreach (var character in Plain(text))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                word.Append(char.ToLowerInvariant(character));
            }
            else if (word.Length > 0 && !IsAccent(character))
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    /// <summary>Accents stand apart behind their letters, and full-width letters are half-width.</summary>
    private static string Plain(string text) => string.Concat(text.Where(IsWhole)).Normalize(NormalizationForm.FormKD);

    /// <summary>Half a pair and what is no character cannot be normalised.</summary>
    private static bool IsWhole(char character) => char.GetUnicodeCategory(character) is not (UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);

    private static bool IsAccent(char character) => char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;
}
