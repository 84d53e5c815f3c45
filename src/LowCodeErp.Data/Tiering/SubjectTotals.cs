namespace LowCodeErp.Data.Tiering;

/// <summary>The orders of one subject, added up.</summary>
internal sealed class SubjectTotals
{
    public required long? Subject { get; init; }

    public required int Orders { get; init; }

    public required DateOnly? First { get; init; }

    public required DateOnly? Last { get; init; }

    public required long Total { get; init; }
}
