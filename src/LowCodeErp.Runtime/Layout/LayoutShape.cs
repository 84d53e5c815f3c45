namespace LowCodeErp.Runtime.Layout;

/// <summary>What the engine has to resolve for a layout item.</summary>
public abstract record LayoutShape
{
    private LayoutShape()
    {
    }

    /// <summary>Drawn from its settings alone.</summary>
    public sealed record Decoration : LayoutShape;

    /// <summary>Shows a field of the form.</summary>
    public sealed record Field(string Key, FieldWidth Width = FieldWidth.Usual) : LayoutShape;

    /// <summary>Shows where the record stands in tier models of the form.</summary>
    /// <param name="Model">Key of the only one; null for all of them.</param>
    public sealed record Tiers(string? Model) : LayoutShape;

    /// <summary>Holds items.</summary>
    /// <param name="Only">Key of the only items that it takes; null when it takes any.</param>
    public sealed record Container(string? Only = null) : LayoutShape;

    /// <summary>Lists records of a form that refer to the record of the page through one of their fields.</summary>
    /// <param name="Columns">Keys of fields of that form; none for the columns of its list.</param>
    public sealed record Related(string Form, string Reference, IReadOnlyList<string> Columns) : LayoutShape;
}
