namespace LowCodeErp.Formula.Binding;

/// <summary>
/// What a name means at a place in a formula: the record itself, or the current item of a function that goes through
/// rows or a list, with the surroundings behind it.
/// </summary>
public sealed class RowScope(RowScope? parent, IFormulaSchema? schema, FormulaType? item, BoundNode? source = null)
{
    public RowScope? Parent { get; } = parent;

    /// <summary>Null where the items are not rows.</summary>
    public IFormulaSchema? Schema { get; } = schema;

    /// <summary>The type of the current item; null for the record itself.</summary>
    public FormulaType? Item { get; } = item;

    /// <summary>The field that the rows come from, also when they are filtered first.</summary>
    public BoundNode.Field? Source { get; } = FieldOf(source);

    /// <summary>The sub-table whose line is current, so that [明细.数量] inside of it means this line.</summary>
    public FormulaField? Table => Source?.Path.Last;

    private static BoundNode.Field? FieldOf(BoundNode? node) => node switch
    {
        BoundNode.Field field => field,
        BoundNode.Call { Arguments.Count: > 0 } call => FieldOf(call.Arguments[0]),
        _ => null,
    };
}
