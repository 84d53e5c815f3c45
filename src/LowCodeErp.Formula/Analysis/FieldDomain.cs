namespace LowCodeErp.Formula.Analysis;

/// <summary>What is known of the values that a field can have; it makes fewer cases count as possible.</summary>
/// <param name="Choices">All values that it can have besides blank; null where that is not a list.</param>
public sealed record FieldDomain(bool CanBeBlank = true, IReadOnlyList<string>? Choices = null)
{
    public static FieldDomain Anything { get; } = new();
}
