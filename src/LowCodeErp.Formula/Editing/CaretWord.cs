using System.Buffers;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Editing;

/// <summary>What is being typed at the caret.</summary>
/// <param name="Typed">Up to the caret, without an opening bracket.</param>
internal sealed record CaretWord(CaretWordKind Kind, int Start, int End, string Typed)
{
    /// <summary>Beyond these an unfinished field does not go on.</summary>
    private static readonly SearchValues<char> Stops = SearchValues.Create("[+-*/(),=<>&\"\n");

    public static CaretWord At(string text, IReadOnlyList<Token> tokens, int caret)
        => tokens.FirstOrDefault(token => token.Span.Start < caret && caret <= token.Span.End) switch
        {
            { Kind: TokenKind.Field } field when !(IsClosed(text, field) && caret == field.Span.End) => InField(text, field, caret),
            { Kind: TokenKind.Name } name => new(CaretWordKind.Name, name.Span.Start, name.Span.End, text[name.Span.Start..caret]),
            { Kind: TokenKind.Text } quoted when caret < quoted.Span.End || !IsClosed(quoted) => new(CaretWordKind.Value, caret, caret, ""),
            { Kind: TokenKind.Number or TokenKind.Date or TokenKind.Unknown } => new(CaretWordKind.Value, caret, caret, ""),
            _ => new(CaretWordKind.Gap, caret, caret, ""),
        };

    private static CaretWord InField(string text, Token field, int caret)
    {
        var rest = text[caret..field.Span.End];
        var isWhole = IsClosed(text, field) && !CharacterFolding.Fold(rest).AsSpan().ContainsAny(Stops);
        return new(CaretWordKind.Field, field.Span.Start, isWhole ? field.Span.End : caret, text[(field.Span.Start + 1)..caret]);
    }

    private static bool IsClosed(string text, Token field) => field.Span.Length > 1 && CharacterFolding.Fold(text[field.Span.End - 1]) == ']';

    /// <summary>Quotes inside of it are written twice, so that one more than the content needs closes it.</summary>
    private static bool IsClosed(Token quoted) => quoted.Span.Length >= quoted.Content.Length + 2;
}
