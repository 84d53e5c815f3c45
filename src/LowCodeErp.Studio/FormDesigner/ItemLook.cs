namespace LowCodeErp.Studio.FormDesigner;

/// <summary>What the canvas shows of an item: two that are equal look alike.</summary>
/// <param name="Label">Null for an item that says nothing itself, such as a divider.</param>
/// <param name="Kind">What people call the type of the field or item.</param>
public sealed record ItemLook(string? Label, string Kind)
{
    public bool IsRequired { get; init; }

    /// <summary>The names of a sub-table's columns.</summary>
    public string? Columns { get; init; }

    /// <summary>As people read it.</summary>
    public string? Formula { get; init; }

    public bool IsWrong { get; init; }

    public bool IsChosen { get; init; }
}
