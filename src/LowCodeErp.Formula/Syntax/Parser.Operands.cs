using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Syntax;

/// <summary>Operands: literals, fields, calls and what stands in brackets.</summary>
public sealed partial class Parser
{
    private SyntaxNode ParsePrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number or TokenKind.Date:
                Take();
                return Count(new SyntaxNode.Literal(token.Value!, token.Span));
            case TokenKind.Text:
                Take();
                return Count(new SyntaxNode.Literal(token.Content, token.Span));
            case TokenKind.Field:
                Take();
                return Count(new SyntaxNode.Field(token.Content, token.Span));
            case TokenKind.Name when OperatorTable.Find(token) is null && !OperatorTable.IsIn(token) || Next.Kind == TokenKind.OpenParenthesis:
                return ParseName(Take());
            case TokenKind.OpenParenthesis:
                return ParseParenthesised();
            case TokenKind.OpenBrace:
                var (items, span) = ParseItems();
                return Count(new SyntaxNode.List(items, span));
            default:
                return ParseMissing();
        }
    }

    private SyntaxNode.Missing ParseMissing()
    {
        if (Current.Kind == TokenKind.Unknown)
        {
            return new(Take().Span);
        }

        var place = Current.Kind == TokenKind.End && _position > 0 ? _tokens[_position - 1].Span : Current.Span;
        _diagnostics.Add(FormulaDiagnostics.OperandMissing(place));
        return new(place);
    }

    private SyntaxNode ParseName(Token name)
    {
        if (Current.Kind == TokenKind.OpenParenthesis)
        {
            var (arguments, span) = ParseItems();
            return Count(new SyntaxNode.Call(name.Content, name.Span, arguments, name.Span.To(span)));
        }

        return Count(name.Content.ToUpperInvariant() switch
        {
            "TRUE" or "真" => new SyntaxNode.Literal(true, name.Span),
            "FALSE" or "假" => new SyntaxNode.Literal(false, name.Span),
            _ => new SyntaxNode.Name(name.Content, name.Span),
        });
    }

    private SyntaxNode ParseParenthesised()
    {
        var open = Take();
        var inner = ParseNested();
        return Count(new SyntaxNode.Parenthesised(inner, open.Span.To(Close(open, TokenKind.CloseParenthesis))));
    }

    /// <summary>A list in parentheses or braces: arguments, items of IN, a list literal.</summary>
    private (IReadOnlyList<SyntaxNode> Items, TextSpan Span) ParseItems()
    {
        var open = Take();
        var close = open.Kind == TokenKind.OpenBrace ? TokenKind.CloseBrace : TokenKind.CloseParenthesis;
        var items = new List<SyntaxNode>();
        while (Current.Kind != close && Current.Kind != TokenKind.End)
        {
            items.Add(ParseNested());
            if (Current.Kind == close || Current.Kind == TokenKind.End)
            {
                break;
            }

            if (Current.Kind != TokenKind.Comma)
            {
                _diagnostics.Add(FormulaDiagnostics.CommaMissing(Current.Span, Current.Content));
                SkipToComma(close);
            }
            else if (Next.Kind == close)
            {
                _diagnostics.Add(FormulaDiagnostics.OperandMissing(Take().Span));
                continue;
            }

            if (Current.Kind == TokenKind.Comma)
            {
                Take();
            }
        }

        return (items, open.Span.To(Close(open, close)));
    }

    private void SkipToComma(TokenKind close)
    {
        while (Current.Kind != TokenKind.Comma && Current.Kind != close && Current.Kind != TokenKind.End)
        {
            Take();
        }
    }

    private TextSpan Close(Token open, TokenKind close)
    {
        if (Current.Kind == close)
        {
            return Take().Span;
        }

        if (!_tooLarge)
        {
            _diagnostics.Add(FormulaDiagnostics.NotClosed(open.Span, open.Content));
        }

        return Current.Span;
    }
}
