namespace LowCodeErp.Formula.Analysis;

/// <summary>Asks the same questions of every combination of cells.</summary>
internal sealed class ConditionQuestions
{
    private readonly CellGrid _grid;
    private readonly Outcome[][] _outcomes;
    private readonly int _count;
    private readonly AxisSamples _samples;
    private readonly AxisWords _words;

    public ConditionQuestions(CellGrid grid, IReadOnlyList<Test> tests, AxisSamples samples, AxisWords words)
    {
        (_grid, _count, _samples, _words) = (grid, tests.Count, samples, words);
        _outcomes = grid.Rows.Select(grid.AsCells).Select(cell => tests.Select(test => test.At(cell)).ToArray()).ToArray();
    }

    public static IEnumerable<(int First, int Second)> Pairs(int count)
        => Enumerable.Range(0, count).SelectMany(first => Enumerable.Range(first + 1, count - first - 1).Select(second => (first, second)));

    public ConditionAnalysis Answer(IReadOnlyList<BoundaryValue> boundaries) => new(
        [.. Enumerable.Range(0, _count).Select(FactOf)],
        [.. Pairs(_count).Select(pair => new Overlap(pair.First, pair.Second, FindOverlap(pair.First, pair.Second)))],
        Exists(row => !row.Any(IsPossible), row => !row.Any(IsCertain)),
        boundaries);

    private static bool IsPossible(Outcome outcome) => outcome.HasFlag(Outcome.True);

    private static bool IsCertain(Outcome outcome) => outcome == Outcome.True;

    private ConditionFact FactOf(int index) => new(
        Opposite(Exists(row => !IsPossible(row[index]), row => !IsCertain(row[index])).Verdict),
        Opposite(Exists(row => IsCertain(row[index]), row => IsPossible(row[index])).Verdict),
        Opposite(Exists(
            row => IsCertain(row[index]) && !row.Take(index).Any(IsPossible),
            row => IsPossible(row[index]) && !row.Take(index).Any(IsCertain)).Verdict));

    private Finding FindOverlap(int first, int second)
        => Exists(row => IsCertain(row[first]) && IsCertain(row[second]), row => IsPossible(row[first]) && IsPossible(row[second]));

    /// <summary>Yes where some combination certainly is what is looked for, no where none possibly is.</summary>
    private Finding Exists(Func<Outcome[], bool> isCertain, Func<Outcome[], bool> isPossible)
    {
        var certain = _grid.Rows.Where((_, index) => isCertain(_outcomes[index])).ToArray();
        return certain.Length > 0 ? new(Verdict.Yes, _grid.Describe(certain, _samples, _words))
            : new(_outcomes.Any(isPossible) ? Verdict.Unknown : Verdict.No, []);
    }

    private static Verdict Opposite(Verdict verdict) => verdict switch
    {
        Verdict.Yes => Verdict.No,
        Verdict.No => Verdict.Yes,
        _ => Verdict.Unknown,
    };
}
