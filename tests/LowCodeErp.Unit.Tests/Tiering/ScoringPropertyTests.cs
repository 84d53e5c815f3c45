using FsCheck;
using FsCheck.Fluent;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Unit.Tests.Tiering;

public sealed class ScoringPropertyTests
{
    /// <summary>Few different values, so that ties are common, and amounts on both sides of zero.</summary>
    private static readonly Arbitrary<long[]> Values =
        Gen.OneOf(Gen.Choose(-5, 9).Select(value => (long)value), Gen.Choose(-100_000_000, 100_000_000).Select(value => (long)value)).NonEmptyListOf().Select(values => values.ToArray()).ToArbitrary();

    [Theory]
    [InlineData(TieRule.Quantile)]
    [InlineData(TieRule.RRule)]
    public void Score_EqualValues_ScoreEqually(TieRule rule)
        => Prop.ForAll(Values, values => values.Zip(Score(values, rule)).GroupBy(pair => pair.First).All(group => group.Select(pair => pair.Second).Distinct().Count() == 1))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(TieRule.Quantile)]
    [InlineData(TieRule.RRule)]
    [InlineData(TieRule.Ntile)]
    public void Score_LargerValue_NeverScoresLess(TieRule rule)
        => Prop.ForAll(Values, values => IsMonotone(values, Score(values, rule))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(TieRule.Quantile)]
    [InlineData(TieRule.Ntile)]
    public void Score_ValuesInAnotherUnit_StaysTheSame(TieRule rule)
        => Prop.ForAll(Values, values => Score(values, rule).SequenceEqual(Score(Array.ConvertAll(values, value => value * 1000), rule)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Score_FewerIsBetter_FewerNeverScoresLess()
        => Prop.ForAll(Values, values => IsMonotone(Array.ConvertAll(values, value => -value), RfmScoring.Score(new(values, 0, FewerIsBetter: true), TieRule.Quantile).Scores))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Ntile_AnyValues_MakesGroupsOfEqualSize(bool fewerIsBetter)
        => Prop.ForAll(Values, values =>
        {
            var scores = RfmScoring.Score(new(values, 0, fewerIsBetter), TieRule.Ntile).Scores;
            var sizes = Enumerable.Range(1, 5).Select(score => scores.Count(item => item == score)).ToArray();
            return sizes.Max() - sizes.Min() <= 1 && sizes.SequenceEqual(sizes.OrderDescending());
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(TieRule.Quantile)]
    [InlineData(TieRule.RRule)]
    [InlineData(TieRule.Ntile)]
    public void Edges_AnyValues_NeverFall(TieRule rule)
        => Prop.ForAll(Values, values => IsNonDecreasing(RfmScoring.Score(new(values, 2, FewerIsBetter: true), rule).Edges)
            && IsNonDecreasing(RfmScoring.Score(new(values, 2, FewerIsBetter: false), rule).Edges))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(BoundaryRule.Incl)]
    [InlineData(BoundaryRule.Cross)]
    public void Abc_LargestFirst_TiersNeverRise(BoundaryRule rule)
        => Prop.ForAll(Values, values =>
        {
            var places = AbcScoring.Score(values, new() { BoundaryRule = rule });
            var largestFirst = Enumerable.Range(0, values.Length).OrderByDescending(index => values[index]).ThenBy(index => index).Select(index => places[index]).ToArray();
            return IsNonDecreasing(largestFirst.Select(place => place.Tier)) && IsNonDecreasing(largestFirst.Select(place => place.Share));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(BoundaryRule.Incl)]
    [InlineData(BoundaryRule.Cross)]
    public void Abc_AmountsInAnotherUnit_StaysTheSame(BoundaryRule rule)
        => Prop.ForAll(Values, values => AbcScoring.Score(values, new() { BoundaryRule = rule })
            .SequenceEqual(AbcScoring.Score(Array.ConvertAll(values, value => value * 1000), new() { BoundaryRule = rule })))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Abc_CrossAndIncl_DifferByOneRecordALineAtMost()
        => Prop.ForAll(Values, values =>
        {
            var cross = AbcScoring.Score(values, new() { BoundaryRule = BoundaryRule.Cross });
            var incl = AbcScoring.Score(values, new() { BoundaryRule = BoundaryRule.Incl });
            return Enumerable.Range(0, 2).All(line => cross.Count(place => place.Tier <= line) - incl.Count(place => place.Tier <= line) is 0 or 1);
        }).QuickCheckThrowOnFailure();

    private static IReadOnlyList<byte> Score(long[] values, TieRule rule) => RfmScoring.Score(new(values, 0, FewerIsBetter: false), rule).Scores;

    private static bool IsMonotone(long[] values, IReadOnlyList<byte> scores)
        => Enumerable.Range(0, values.Length).All(one => Enumerable.Range(0, values.Length).All(other => values[one] >= values[other] || scores[one] <= scores[other]));

    private static bool IsNonDecreasing<T>(IEnumerable<T> items) where T : IComparable<T>
    {
        var all = items.ToArray();
        return all.Zip(all.Skip(1)).All(pair => pair.First.CompareTo(pair.Second) <= 0);
    }
}
