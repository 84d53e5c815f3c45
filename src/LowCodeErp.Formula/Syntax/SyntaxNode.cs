using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Syntax;

/// <summary>What was written, as a tree. Parentheses stay in it, so that printing gives back what the author saw.</summary>
public abstract record SyntaxNode(TextSpan Span)
{
    /// <param name="Value">A decimal, string, bool, DateOnly or DateTime (wall clock of the workspace).</param>
    public sealed record Literal(object Value, TextSpan Span) : SyntaxNode(Span);

    public sealed record Field(string Path, TextSpan Span) : SyntaxNode(Span);

    /// <summary>A word without brackets and without parentheses, such as 当前项.</summary>
    public sealed record Name(string Text, TextSpan Span) : SyntaxNode(Span);

    public sealed record Unary(UnaryOperator Operator, SyntaxNode Operand, TextSpan Span) : SyntaxNode(Span);

    public sealed record Binary(BinaryOperator Operator, SyntaxNode Left, SyntaxNode Right, TextSpan Span) : SyntaxNode(Span);

    public sealed record In(SyntaxNode Operand, IReadOnlyList<SyntaxNode> Items, TextSpan Span) : SyntaxNode(Span);

    public sealed record Call(string Function, TextSpan NameSpan, IReadOnlyList<SyntaxNode> Arguments, TextSpan Span) : SyntaxNode(Span);

    public sealed record List(IReadOnlyList<SyntaxNode> Items, TextSpan Span) : SyntaxNode(Span);

    public sealed record Parenthesised(SyntaxNode Inner, TextSpan Span) : SyntaxNode(Span);

    /// <summary>Stands where an operand is missing; already reported.</summary>
    public sealed record Missing(TextSpan Span) : SyntaxNode(Span);
}
