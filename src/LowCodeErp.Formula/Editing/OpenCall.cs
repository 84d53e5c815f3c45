using LowCodeErp.Formula.Functions;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Editing;

/// <summary>The call whose arguments the caret stands in.</summary>
/// <param name="Argument">Which one, from 0.</param>
/// <param name="FirstField">The first argument when it is nothing but a field.</param>
public sealed record OpenCall(FormulaFunction Function, int Argument, string? FirstField)
{
    /// <summary>The innermost call of a function that exists; null outside of any.</summary>
    public static OpenCall? At(string text, int caret)
    {
        ArgumentNullException.ThrowIfNull(text);
        return At(Lexer.Read(text, []), caret);
    }

    internal static OpenCall? At(IReadOnlyList<Token> tokens, int caret)
    {
        var open = new Stack<(int Index, int Argument)>();
        for (var index = 0; index < tokens.Count && tokens[index].Span.End <= caret; index++)
        {
            switch (tokens[index].Kind)
            {
                case TokenKind.OpenParenthesis or TokenKind.OpenBrace:
                    open.Push((index, 0));
                    break;
                case TokenKind.CloseParenthesis or TokenKind.CloseBrace:
                    open.TryPop(out _);
                    break;
                case TokenKind.Comma when open.TryPop(out var top):
                    open.Push((top.Index, top.Argument + 1));
                    break;
                default:
                    break;
            }
        }

        return open.Select(entry => Find(tokens, entry.Index, entry.Argument)).FirstOrDefault(call => call is not null);
    }

    private static OpenCall? Find(IReadOnlyList<Token> tokens, int index, int argument)
    {
        var isCall = index > 0 && tokens[index] is { Kind: TokenKind.OpenParenthesis } && tokens[index - 1].Kind == TokenKind.Name;
        var first = index + 2 < tokens.Count && tokens[index + 1].Kind == TokenKind.Field && tokens[index + 2].Kind == TokenKind.Comma ? tokens[index + 1].Content : null;
        return isCall && FunctionCatalog.Find(tokens[index - 1].Content) is { } function ? new(function, argument, first) : null;
    }
}
