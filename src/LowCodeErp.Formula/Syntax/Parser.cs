using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Syntax;

/// <summary>
/// Reads a formula into a tree and reports every mistake with its place; it always returns a tree.
/// <code>
/// formula    = ["="] expression
/// expression = prefix { operator expression | "IN" list | "%" }      operators and precedence: OperatorTable
/// prefix     = ("-" | "+" | "!" | "NOT") expression | primary
/// primary    = number | text | #date# | [field] | name | name "(" arguments ")" | "(" expression ")" | "{" items "}"
/// </code>
/// </summary>
public sealed class Parser
{
    private readonly IReadOnlyList<Token> _tokens;
    private readonly List<FormulaDiagnostic> _diagnostics;
    private int _position;
    private int _depth;
    private int _nodes;
    private bool _tooLarge;

    private Parser(IReadOnlyList<Token> tokens, List<FormulaDiagnostic> diagnostics)
    {
        _tokens = tokens;
        _diagnostics = diagnostics;
    }

    public static FormulaSyntax Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > FormulaLimits.Characters)
        {
            var whole = new TextSpan(0, text.Length);
            return new(text, new SyntaxNode.Missing(whole), [FormulaDiagnostics.TextTooLong(whole)]);
        }

        var diagnostics = new List<FormulaDiagnostic>();
        var parser = new Parser(Lexer.Read(text, diagnostics), diagnostics);
        var root = parser.ParseFormula();
        parser.CheckHeight(root);
        return new(text, root, diagnostics.OrderBy(diagnostic => diagnostic.Span.Start).ToArray());
    }

    private Token Current => _tokens[_position];

    private Token Next => _tokens[Math.Min(_position + 1, _tokens.Count - 1)];

    private Token Take()
    {
        var token = Current;
        if (token.Kind != TokenKind.End)
        {
            _position++;
        }

        return token;
    }

    private SyntaxNode ParseFormula()
    {
        if (Current.Is("="))
        {
            Take();
        }

        if (Current.Kind == TokenKind.End)
        {
            _diagnostics.Add(FormulaDiagnostics.Empty(Current.Span));
            return new SyntaxNode.Missing(Current.Span);
        }

        var root = ParseExpression(0);
        while (Current.Kind != TokenKind.End && !_tooLarge)
        {
            ReportUnexpected();
            Take();
            root = ParseRest(root);
        }

        return root;
    }

    /// <summary>After a stray word, goes on reading so that mistakes further right are found too.</summary>
    private SyntaxNode ParseRest(SyntaxNode root)
    {
        if (StartsOperand(Current) || OperatorTable.Find(Current) is not null)
        {
            ParseExpression(0);
        }

        return root;
    }

    private void ReportUnexpected()
    {
        if (Current.Kind == TokenKind.CloseParenthesis)
        {
            _diagnostics.Add(FormulaDiagnostics.UnmatchedClose(Current.Span));
        }
        else if (Current.Kind != TokenKind.Unknown)
        {
            _diagnostics.Add(FormulaDiagnostics.OperatorMissing(Current.Span, Current.Content));
        }
    }

    private SyntaxNode ParseExpression(int minimumPrecedence) => ParseInfix(ParsePrefix(), minimumPrecedence);

    /// <summary>What stands inside brackets, a call or after a sign. Recursion is bounded here and nowhere else.</summary>
    private SyntaxNode ParseNested(int minimumPrecedence = 0)
    {
        if (_tooLarge || ++_depth > FormulaLimits.Depth)
        {
            return GiveUp(FormulaDiagnostics.TooDeep(Current.Span));
        }

        var node = ParseExpression(minimumPrecedence);
        _depth--;
        return node;
    }

    private SyntaxNode.Missing GiveUp(FormulaDiagnostic reason)
    {
        if (!_tooLarge)
        {
            _diagnostics.Add(reason);
        }

        _tooLarge = true;
        _position = _tokens.Count - 1;
        return new SyntaxNode.Missing(reason.Span);
    }

    private SyntaxNode ParseInfix(SyntaxNode left, int minimumPrecedence)
    {
        while (true)
        {
            if (Current.Is("%") && IsPercent(left))
            {
                left = Count(new SyntaxNode.Unary(UnaryOperator.Percent, left, left.Span.To(Take().Span)));
            }
            else if (OperatorTable.IsIn(Current) && OperatorTable.ComparisonPrecedence > minimumPrecedence)
            {
                left = ParseIn(left);
            }
            else if (OperatorTable.Find(Current) is { } binary && OperatorTable.PrecedenceOf(binary) > minimumPrecedence)
            {
                left = ParseBinary(left, binary);
            }
            else
            {
                return left;
            }
        }
    }

    /// <summary>
    /// "12%" is a hundredth, "[a] % 3" a remainder: it is a remainder where an operand follows. A sign after a number's
    /// percent is read as plus or minus, as Excel does.
    /// </summary>
    private bool IsPercent(SyntaxNode left)
    {
        var hasSign = Next.Is("-") || Next.Is("+");
        return hasSign ? left is SyntaxNode.Literal or SyntaxNode.Unary { Operator: UnaryOperator.Percent } : !StartsOperand(Next);
    }

    private static bool StartsOperand(Token token) => token.Kind switch
    {
        TokenKind.Number or TokenKind.Text or TokenKind.Date or TokenKind.Field => true,
        TokenKind.OpenParenthesis or TokenKind.OpenBrace => true,
        TokenKind.Name => OperatorTable.Find(token) is null && !OperatorTable.IsIn(token),
        TokenKind.Operator => token.Content == "!",
        _ => false,
    };

    private SyntaxNode ParseBinary(SyntaxNode left, BinaryOperator binary)
    {
        var symbol = Take();
        var precedence = OperatorTable.PrecedenceOf(binary);
        if (binary == BinaryOperator.Power && left is SyntaxNode.Unary { Operator: UnaryOperator.Negate })
        {
            _diagnostics.Add(FormulaDiagnostics.AmbiguousPower(left.Span.To(symbol.Span)));
        }

        var right = ParseExpression(precedence);
        if (OperatorTable.IsComparison(binary) && left is SyntaxNode.Binary inner && OperatorTable.IsComparison(inner.Operator))
        {
            _diagnostics.Add(FormulaDiagnostics.ComparisonChain(left.Span.To(right.Span)));
        }

        return Count(new SyntaxNode.Binary(binary, left, right, left.Span.To(right.Span)));
    }

    private SyntaxNode ParseIn(SyntaxNode left)
    {
        Take();
        if (Current.Kind is TokenKind.OpenParenthesis or TokenKind.OpenBrace)
        {
            var (items, span) = ParseItems();
            return Count(new SyntaxNode.In(left, items, left.Span.To(span)));
        }

        _diagnostics.Add(FormulaDiagnostics.InNeedsList(Current.Span));
        return left;
    }

    private SyntaxNode ParsePrefix()
    {
        var token = Current;
        if (OperatorTable.IsNot(token) && Next.Kind != TokenKind.OpenParenthesis)
        {
            Take();
            return Unary(UnaryOperator.Not, token, OperatorTable.NotPrecedence);
        }

        var sign = token.Kind != TokenKind.Operator ? null : token.Content switch
        {
            "-" => UnaryOperator.Negate,
            "+" => UnaryOperator.Plus,
            "!" => (UnaryOperator?)UnaryOperator.Not,
            _ => null,
        };
        if (sign is null)
        {
            return ParsePrimary();
        }

        Take();
        return Unary(sign.Value, token, OperatorTable.SignPrecedence);
    }

    private SyntaxNode Unary(UnaryOperator unary, Token token, int precedence)
    {
        var operand = ParseNested(precedence);
        return Count(new SyntaxNode.Unary(unary, operand, token.Span.To(operand.Span)));
    }

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

    private SyntaxNode Count(SyntaxNode node)
        => ++_nodes > FormulaLimits.Nodes ? GiveUp(FormulaDiagnostics.TooManyNodes(node.Span)) : node;

    private void CheckHeight(SyntaxNode root)
    {
        if (!_tooLarge && TreeHeight.Of(root) > FormulaLimits.Height)
        {
            _diagnostics.Add(FormulaDiagnostics.TooHigh(root.Span));
        }
    }
}
