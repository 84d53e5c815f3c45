namespace LowCodeErp.Formula.Text;

/// <summary>
/// A word of a formula. <paramref name="Content"/> is what it stands for: the unescaped text, the field's path, the
/// operator in its canonical spelling; <paramref name="Value"/> is the decimal, DateOnly or DateTime of a literal.
/// </summary>
public sealed record Token(TokenKind Kind, TextSpan Span, string Content, object? Value = null)
{
    public bool Is(string operatorSymbol) => Kind == TokenKind.Operator && Content == operatorSymbol;
}
