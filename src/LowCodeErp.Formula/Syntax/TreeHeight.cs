namespace LowCodeErp.Formula.Syntax;

/// <summary>Measures without recursion, because it is asked before the tree is known to be harmless.</summary>
internal static class TreeHeight
{
    public static int Of(SyntaxNode root)
    {
        var highest = 0;
        var waiting = new Stack<(SyntaxNode Node, int Height)>([(root, 1)]);
        while (waiting.TryPop(out var item))
        {
            highest = Math.Max(highest, item.Height);
            foreach (var child in Children(item.Node))
            {
                waiting.Push((child, item.Height + 1));
            }
        }

        return highest;
    }

    private static IEnumerable<SyntaxNode> Children(SyntaxNode node) => node switch
    {
        SyntaxNode.Unary unary => [unary.Operand],
        SyntaxNode.Binary binary => [binary.Left, binary.Right],
        SyntaxNode.In membership => [membership.Operand, .. membership.Items],
        SyntaxNode.Call call => call.Arguments,
        SyntaxNode.List list => list.Items,
        SyntaxNode.Parenthesised parenthesised => [parenthesised.Inner],
        _ => [],
    };
}
