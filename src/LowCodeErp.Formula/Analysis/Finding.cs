namespace LowCodeErp.Formula.Analysis;

/// <summary>An answer, and for a yes the records that show it; those are put into words when somebody asks for them.</summary>
public sealed class Finding
{
    private readonly Lazy<IReadOnlyList<Region>> _regions;

    internal Finding(Verdict verdict, Func<IReadOnlyList<Region>> describe) => (Verdict, _regions) = (verdict, new(describe));

    public Verdict Verdict { get; }

    public IReadOnlyList<Region> Regions => _regions.Value;

    internal static Finding Without(Verdict verdict) => new(verdict, () => []);
}
