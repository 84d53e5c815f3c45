using System.Globalization;
using System.Text;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Compilation;

/// <summary>How a part of a formula came to its value, and the parts that it was made from.</summary>
/// <param name="Span">The part in the text.</param>
/// <param name="Value">Null is blank.</param>
/// <param name="Words">The step in words: 今天() - [到期日] = 2024-02-06 - 2024-01-31 = 6.</param>
public sealed record Explanation(TextSpan Span, object? Value, bool Failed, LocalizedText Words, IReadOnlyList<Explanation> Steps)
{
    /// <summary>The whole tree, a step a line, what was needed first indented below what needed it.</summary>
    public string ToText(CultureInfo culture)
    {
        var text = new StringBuilder();
        Write(text, culture, 0);
        return text.ToString();
    }

    private void Write(StringBuilder text, CultureInfo culture, int depth)
    {
        text.Append(' ', depth * 2).AppendLine(Words.In(culture));
        foreach (var step in Steps)
        {
            step.Write(text, culture, depth + 1);
        }
    }
}
