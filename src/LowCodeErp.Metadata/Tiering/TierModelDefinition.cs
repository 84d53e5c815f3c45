using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Tiering;

/// <summary><c>tiering/*.json</c>: how the records of a form (customers) are put into tiers from their orders.</summary>
public sealed record TierModelDefinition
{
    public required string Key { get; init; }

    public required LocalizedText Label { get; init; }

    public LocalizedText? Description { get; init; }

    public required TierMethod Method { get; init; }

    /// <summary>The form whose records get a tier.</summary>
    public required string Form { get; init; }

    public required TierSourceDefinition Source { get; init; }

    public TierBasis Basis { get; init; } = TierBasis.Net;

    /// <summary>What "net" leaves out; needed when <see cref="Basis"/> is net.</summary>
    public NetDefinition? Net { get; init; }

    /// <summary>Only orders of the last so many months up to the analysis date, inclusive; every order when blank.</summary>
    public int? WindowMonths { get; init; }

    /// <summary>Settings of method <c>rfm</c>.</summary>
    public RfmDefinition? Rfm { get; init; }

    /// <summary>Settings of method <c>abc</c>.</summary>
    public AbcDefinition? Abc { get; init; }

    /// <summary>From the best to the worst; the last is the tier of records without an order in the window.</summary>
    public required IReadOnlyList<TierDefinition> Tiers { get; init; }
}
