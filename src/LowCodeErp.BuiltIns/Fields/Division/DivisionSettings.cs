namespace LowCodeErp.BuiltIns.Fields.Division;

public sealed record DivisionSettings
{
    public DivisionLevel Level { get; init; }
}
