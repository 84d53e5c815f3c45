namespace LowCodeErp.Metadata.Views;

public sealed record ViewOrderDefinition
{
    public required string Field { get; init; }

    public bool Descending { get; init; }
}
