namespace LowCodeErp.Data.Auditing;

/// <summary>Which ids of a log are sealed: ranges that do not touch each other. What lies between them may still get rows.</summary>
internal sealed class SealedRanges
{
    private readonly List<(long From, long To)> _ranges = [];

    public void Add(long from, long to)
    {
        var next = FindAfter(from);
        if (next < _ranges.Count && _ranges[next].From == to + 1)
        {
            to = _ranges[next].To;
            _ranges.RemoveAt(next);
        }

        if (next > 0 && _ranges[next - 1].To == from - 1)
        {
            _ranges[next - 1] = (_ranges[next - 1].From, to);
        }
        else
        {
            _ranges.Insert(next, (from, to));
        }
    }

    /// <summary>The ids of a gap lie between both, and are neither; the last one is open.</summary>
    /// <param name="most">So many of the last.</param>
    public IReadOnlyList<(long After, long Before)> GetGaps(int most)
    {
        var gaps = new List<(long, long)>();
        for (var index = Math.Max(0, _ranges.Count + 1 - most); index <= _ranges.Count; index++)
        {
            gaps.Add((index == 0 ? 0 : _ranges[index - 1].To, index == _ranges.Count ? long.MaxValue : _ranges[index].From));
        }

        return gaps;
    }

    /// <summary>The index of the first range that begins later.</summary>
    private int FindAfter(long from)
    {
        var (low, high) = (0, _ranges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _ranges[middle].From > from ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
