namespace LowCodeErp.Metadata.Views;

public sealed record ViewColumnDefinition
{
    public required string Field { get; init; }

    /// <summary>In letters of usual width; as wide as it needs when left out.</summary>
    public int? Width { get; init; }
}
