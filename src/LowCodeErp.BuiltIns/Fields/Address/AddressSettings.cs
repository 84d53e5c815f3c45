using LowCodeErp.BuiltIns.Fields.Division;

namespace LowCodeErp.BuiltIns.Fields.Address;

public sealed record AddressSettings
{
    /// <summary>How far down places are chosen; the rest of the address is its detail.</summary>
    public DivisionLevel Depth { get; init; } = DivisionLevel.Street;

    /// <summary>Whether there is no detail: a region, not an address.</summary>
    public bool WithoutDetail { get; init; }
}
