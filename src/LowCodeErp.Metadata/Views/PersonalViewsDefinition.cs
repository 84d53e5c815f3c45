namespace LowCodeErp.Metadata.Views;

/// <summary>What a member has made of the list of one form.</summary>
public sealed record PersonalViewsDefinition
{
    /// <summary>The view that was looked at last, by the name that addresses have; null for the list as it is.</summary>
    public string? Chosen { get; init; }

    public IReadOnlyList<ViewDefinition> Views { get; init; } = [];
}
