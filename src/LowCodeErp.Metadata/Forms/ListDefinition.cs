namespace LowCodeErp.Metadata.Forms;

/// <summary>The list of a form's records: its columns and its order.</summary>
public sealed record ListDefinition
{
    /// <summary>Field keys; all fields that a list can show when empty.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>A field key; newest first when blank.</summary>
    public string? SortBy { get; init; }

    public bool Descending { get; init; }

    /// <summary>The view that is shown to whoever has not chosen one yet; the list as it is when left out.</summary>
    public string? View { get; init; }
}
