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

    public ConditionAnalysis Answer(Func<IReadOnlyList<BoundaryValue>> findBoundaries) => new(
        [.. Enumerable.Range(0, _count).Select(FactOf)],
        [.. Pairs(_count).Select(pair => new Overlap(pair.First, pair.Second, FindOverlap(pair.First, pair.Second)))],
        Find(row => !row.Any(IsPossible), row => !row.Any(IsCertain)),
        findBoundaries);

    private static bool IsPossible(Outcome outcome) => outcome.HasFlag(Outcome.True);

    private static bool IsCertain(Outcome outcome) => outcome == Outcome.True;

    private ConditionFact FactOf(int index) => new(
        Opposite(Exists(row => !IsPossible(row[index]), row => !IsCertain(row[index]))),
        Opposite(Exists(row => IsCertain(row[index]), row => IsPossible(row[index]))),
        Opposite(Exists(
            row => IsCertain(row[index]) && !row.Take(index).Any(IsPossible),
            row => IsPossible(row[index]) && !row.Take(index).Any(IsCertain))));

    private Finding FindOverlap(int first, int second)
        => Find(row => IsCertain(row[first]) && IsCertain(row[second]), row => IsPossible(row[first]) && IsPossible(row[second]));

    private Finding Find(Func<Outcome[], bool> isCertain, Func<Outcome[], bool> isPossible)
    {
        var verdict = Exists(isCertain, isPossible);
        return new(verdict, () => verdict == Verdict.Yes ? _grid.Describe(_grid.Rows.Where((_, index) => isCertain(_outcomes[index])), _samples, _words) : []);
    }

    /// <summary>Yes where some combination certainly is what is looked for, no where none possibly is.</summary>
    private Verdict Exists(Func<Outcome[], bool> isCertain, Func<Outcome[], bool> isPossible)
        => Array.Exists(_outcomes, row => isCertain(row)) ? Verdict.Yes : Array.Exists(_outcomes, row => isPossible(row)) ? Verdict.Unknown : Verdict.No;

    private static Verdict Opposite(Verdict verdict) => verdict switch
    {
        Verdict.Yes => Verdict.No,
        Verdict.No => Verdict.Yes,
        _ => Verdict.Unknown,
    };
}
