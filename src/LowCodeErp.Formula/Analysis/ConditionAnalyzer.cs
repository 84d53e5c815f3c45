using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Rewriting;

namespace LowCodeErp.Formula.Analysis;

/// <summary>
/// Looks at conditions over the same records without any record: do two of them overlap, does a record escape all of them,
/// is one always or never met. The fields' values are cut at every boundary into cells within which nothing changes, and
/// each combination of cells is looked at. What is no comparison of one field with something known may come out either way,
/// so that a claim is made only where it does not matter.
/// <example>[金额] >= 1000, [金额] &lt; 1000 AND [金额] >= 100, [金额] &lt; 50 leave the gap 50 &lt;= [金额] &lt; 100, and blank.</example>
/// </summary>
public static class ConditionAnalyzer
{
    /// <param name="context">Its zone decides where days start; examples are made for its day. The answers hold on every day.</param>
    /// <param name="domains">What is known of a field beyond its type.</param>
    public static ConditionAnalysis Analyze(
        IReadOnlyList<CompiledFormula> conditions, EvaluationContext context, Func<FieldPath, FieldDomain?>? domains = null)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentNullException.ThrowIfNull(context);
        var reader = new ConditionReader(context.Zone, domains ?? (_ => null));
        var tests = conditions.Select(condition => Read(reader, condition)).ToArray();
        foreach (var axis in reader.Axes)
        {
            axis.Freeze();
        }

        var (samples, words) = (new AxisSamples(context), new AxisWords(context.Zone));
        IReadOnlyList<BoundaryValue> FindBoundaries() => [.. reader.Axes.SelectMany(axis => Boundaries(axis, samples, words))];
        return CellGrid.TryMake(reader.Axes) is { } grid
            ? new ConditionQuestions(grid, tests, samples, words).Answer(FindBoundaries)
            : Unanswered(conditions.Count, FindBoundaries);
    }

    private static Test Read(ConditionReader reader, CompiledFormula condition)
        => condition.HasErrors || condition.Type.Kind != FormulaTypeKind.Boolean
            ? new Test.Opaque(CanFail: true)
            : reader.Read(SargableRewriter.Rewrite(condition.Root));

    private static IEnumerable<BoundaryValue> Boundaries(Axis axis, AxisSamples samples, AxisWords words) => axis.Cells
        .Where(cell => cell.IsPoint)
        .Select(cell => new BoundaryValue(
            axis.Path,
            words.Describe(axis, [cell]),
            axis.IsOrdered ? samples.Beside(axis, cell.Position, -1) : null,
            samples.In(axis, cell)!,
            axis.IsOrdered ? samples.Beside(axis, cell.Position, 1) : null));

    private static ConditionAnalysis Unanswered(int count, Func<IReadOnlyList<BoundaryValue>> findBoundaries)
    {
        var unknown = Finding.Without(Verdict.Unknown);
        return new(
            [.. Enumerable.Repeat(new ConditionFact(Verdict.Unknown, Verdict.Unknown, Verdict.Unknown), count)],
            [.. ConditionQuestions.Pairs(count).Select(pair => new Overlap(pair.First, pair.Second, unknown))],
            unknown,
            findBoundaries);
    }
}
