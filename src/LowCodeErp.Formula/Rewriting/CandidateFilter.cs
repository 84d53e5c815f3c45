using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Rewriting;

/// <summary>
/// A condition on the record that a reference leads to, made into a filter over all records that it may lead to: what is read
/// through the reference is read of the candidate, everything else is a value.
/// </summary>
/// <param name="record">The scope of the record that has the reference.</param>
/// <param name="evaluate">The value of a part that reads nothing of the candidate.</param>
internal sealed class CandidateFilter(RowScope record, FormulaField reference, RowScope candidate, Func<BoundNode, object?> evaluate)
{
    public BoundNode Rewrite(BoundNode node) => node switch
    {
        BoundNode.Field field when IsThrough(field) => field with { Scope = candidate, Path = new([.. field.Path.Steps.Skip(1)]) },
        _ when !ReadsCandidate(node) && IsClosed(node) => new BoundNode.Literal(evaluate(node), node.Type, node.Span),
        _ => BoundTree.MapChildren(node, Rewrite),
    };

    /// <summary>What no filter can be made of: the reference itself, and lists beside the candidate.</summary>
    public IEnumerable<BoundNode> FindUnsuitable(BoundNode node)
    {
        if (node is BoundNode.Field field && field.Scope == record && field.Path.Steps is [var only] && only.Ordinal == reference.Ordinal)
        {
            return [node];
        }

        return ReadsCandidate(node)
            ? node.Children.SelectMany(child => !ReadsCandidate(child) && child.Type.Kind is FormulaTypeKind.List or FormulaTypeKind.Rows ? [child] : FindUnsuitable(child))
            : [];
    }

    public bool ReadsCandidate(BoundNode node)
        => node.Walk().OfType<BoundNode.Field>().Any(field => field.Scope == record && field.Path.Steps[0].Ordinal == reference.Ordinal);

    private bool IsThrough(BoundNode.Field field) => field.Scope == record && field.Path.Steps.Count > 1 && field.Path.Steps[0].Ordinal == reference.Ordinal;

    /// <summary>Whether it can be computed by itself: it reads no item of a list that it stands in.</summary>
    private bool IsClosed(BoundNode node)
    {
        var inner = node.Walk().SelectMany(child => child switch
        {
            BoundNode.Column column => new[] { column.Scope },
            BoundNode.Each each => [each.Scope],
            _ => [],
        }).Append(record).ToHashSet();
        return node.Walk().All(child => child switch
        {
            BoundNode.Field field => inner.Contains(field.Scope),
            BoundNode.Item item => inner.Contains(item.Scope),
            _ => true,
        });
    }
}
