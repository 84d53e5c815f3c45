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
public sealed partial class Parser
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
            SkipUnexpected();
        }

        return root;
    }

    /// <summary>Goes on behind a stray word, so that mistakes further right are found too and this one is not reported twice.</summary>
    private void SkipUnexpected()
    {
        if (!StartsOperand(Current))
        {
            Take();
            if (OperatorTable.Find(Current) is not null)
            {
                Take();
            }
        }

        if (StartsOperand(Current))
        {
            ParseExpression(0);
        }
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
