using System.Text.RegularExpressions;

namespace LowCodeErp.BuiltIns.Fields.Money;

/// <summary>An amount taken apart: <c>-¥1,234.50</c> is the number -1,234.50 with the mark ¥.</summary>
/// <param name="Marks">Currency signs, codes and words in front of and behind the number; at most two.</param>
internal sealed partial record AmountText(string Number, IReadOnlyList<string> Marks)
{
    public static AmountText Parse(string text)
    {
        var match = Notation().Match(text);
        return match.Success
            ? new(Signed(match), [.. match.Groups["mark"].Captures.Select(mark => mark.Value)])
            : new(text, []);
    }

    private static string Signed(Match match) => match.Groups["sign"].Value + match.Groups["number"].Value + match.Groups["close"].Value;

    [GeneratedRegex(@"^(?<sign>[-+(]?) ?(?<mark>\p{Sc}|\p{L}+\p{Sc}?)? ?(?<number>[-+]?[0-9.,]+%?) ?(?<mark>\p{Sc}|\p{L}+)?(?<close>\)?)$")]
    private static partial Regex Notation();
}
