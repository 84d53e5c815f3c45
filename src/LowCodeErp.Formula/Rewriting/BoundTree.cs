using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Rewriting;

/// <summary>Rebuilding of trees, which never change in place.</summary>
internal static class BoundTree
{
    /// <summary>The node with other children; the same node if none of them changed.</summary>
    public static BoundNode MapChildren(BoundNode node, Func<BoundNode, BoundNode> map)
    {
        var children = node.Children.Select(map).ToArray();
        return children.SequenceEqual(node.Children, ReferenceEqualityComparer.Instance) ? node : node switch
        {
            BoundNode.Unary unary => unary with { Operand = children[0] },
            BoundNode.Binary binary => binary with { Left = children[0], Right = children[1] },
            BoundNode.Call call => call with { Arguments = children },
            BoundNode.Conversion conversion => conversion with { Operand = children[0] },
            BoundNode.List list => list with { Items = children },
            BoundNode.Each each => each with { Body = children[0] },
            BoundNode.Column column => column with { Rows = children[0] },
            BoundNode.Guarded guarded => new BoundNode.Guarded(children[0], children[1]),
            _ => node,
        };
    }

    /// <summary>Whether two nodes read the same field of the same row, wherever they stand in the text.</summary>
    public static bool IsSameField(BoundNode left, BoundNode right) => (left, right) switch
    {
        (BoundNode.Field first, BoundNode.Field second) => first.Scope == second.Scope && first.Path.Equals(second.Path),
        (BoundNode.Conversion first, BoundNode.Conversion second) => first.Type.Is(second.Type) && IsSameField(first.Operand, second.Operand),
        _ => false,
    };
}
