namespace LowCodeErp.Metadata.Forms;

/// <summary>Options that are offered under a condition.</summary>
public sealed record OptionsWhenDefinition
{
    /// <summary>A formula over the record: <c>[province] = "zj"</c>; of a line also over what is entered in its record.</summary>
    public required string When { get; init; }

    /// <summary>Keys of options of the field.</summary>
    public required IReadOnlyList<string> Options { get; init; }
}
