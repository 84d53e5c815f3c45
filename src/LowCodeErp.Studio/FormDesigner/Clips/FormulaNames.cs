using System.Text;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Studio.FormDesigner.Clips;

/// <summary>The names of fields in the text of a formula, which may be faulty.</summary>
internal static class FormulaNames
{
    public static IEnumerable<string> In(string formula) => Read(formula).Select(token => token.Content);

    /// <summary>The formula with other names in the places of its own; all else stays as it was typed.</summary>
    public static string Replace(string formula, Func<string, string> replace)
    {
        ArgumentNullException.ThrowIfNull(replace);
        var (text, end) = (new StringBuilder(), 0);
        foreach (var token in Read(formula))
        {
            var name = replace(token.Content);
            text.Append(formula, end, token.Span.Start - end);
            text.Append(name == token.Content ? formula.AsSpan(token.Span.Start, token.Span.Length) : $"[{name.Replace("]", "]]", StringComparison.Ordinal)}]");
            end = token.Span.End;
        }

        return text.Append(formula, end, formula.Length - end).ToString();
    }

    private static IEnumerable<Token> Read(string formula) => Lexer.Read(formula, []).Where(token => token.Kind == TokenKind.Field);
}
