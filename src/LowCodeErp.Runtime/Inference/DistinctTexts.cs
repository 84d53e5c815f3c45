namespace LowCodeErp.Runtime.Inference;

/// <summary>The different texts of a column and how often each stands there, as long as they are few: memory does not grow with the file.</summary>
internal sealed class DistinctTexts
{
    /// <summary>More are no list to choose from, and enough to tell whether they name records.</summary>
    public const int Most = 2_000;

    private const int LongestText = 200;

    /// <summary>How many values are compared to tell whether all differ.</summary>
    private const int MostCompared = 100_000;

    private readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);
    private HashSet<int>? _seen = [];

    /// <summary>False when there were more than are remembered.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The most frequent first, else in the order of the file.</summary>
    public IEnumerable<string> Texts => _counts.OrderByDescending(entry => entry.Value).Select(entry => entry.Key);

    public int Count => _counts.Count;

    /// <summary>Whether no value was found twice among those that were compared.</summary>
    public bool AllDiffer => _seen is { Count: > 1 };

    public int Longest { get; private set; }

    public void Add(string text)
    {
        Longest = Math.Max(Longest, text.Length);
        Compare(text);
        if (_counts.TryGetValue(text, out var count))
        {
            _counts[text] = count + 1;
        }
        else if (_counts.Count < Most && text.Length <= LongestText)
        {
            _counts.Add(text, 1);
        }
        else
        {
            IsComplete = false;
        }
    }

    /// <summary>By hashes: two values that happen to share one only cost a proposal.</summary>
    private void Compare(string text)
    {
        if (_seen is { Count: < MostCompared } && !_seen.Add(text.GetHashCode(StringComparison.OrdinalIgnoreCase)))
        {
            _seen = null;
        }
    }
}
