using LowCodeErp.Data.Auditing;

namespace LowCodeErp.Data.Tests.Auditing;

public sealed class SealedRangesTests
{
    [Fact]
    public void GetGaps_RangesInAnyOrder_AreWhatNoRangeHolds()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var free = Enumerable.Range(1, 60).Select(id => (long)id).ToHashSet();
            var ranges = new SealedRanges();
            for (var turn = 0; turn < 20; turn++)
            {
                var from = random.Next(1, 60);
                var to = Math.Min(60, from + random.Next(0, 6));
                if (Enumerable.Range(from, to - from + 1).All(id => free.Contains(id)))
                {
                    ranges.Add(from, to);
                    free.ExceptWith(Enumerable.Range(from, to - from + 1).Select(id => (long)id));
                }
            }

            var gaps = ranges.GetGaps(1_000);
            Assert.Equal(free.Order(), Enumerable.Range(1, 60).Select(id => (long)id).Where(id => gaps.Any(gap => id > gap.After && id < gap.Before)));
            Assert.Equal(gaps.TakeLast(2), ranges.GetGaps(2));
            Assert.Equal(long.MaxValue, gaps[^1].Before);
        }
    }
}
