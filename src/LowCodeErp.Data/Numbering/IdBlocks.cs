namespace LowCodeErp.Data.Numbering;

/// <summary>The ids in hand, one block a sequence. What does not fit into the rest of a block is not made to: gaps are allowed.</summary>
internal sealed class IdBlocks
{
    private readonly Dictionary<string, (long Next, long End)> _blocks = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public bool TryTake(string sequence, int count, out long first)
    {
        lock (_lock)
        {
            var (next, end) = _blocks.GetValueOrDefault(sequence);
            first = next;
            if (end - next < count)
            {
                return false;
            }

            _blocks[sequence] = (next + count, end);
            return true;
        }
    }

    /// <summary>Keeps whichever is longer, the new block or the rest of the old one.</summary>
    public void Add(string sequence, long next, long end)
    {
        lock (_lock)
        {
            var (oldNext, oldEnd) = _blocks.GetValueOrDefault(sequence);
            if (end - next > oldEnd - oldNext)
            {
                _blocks[sequence] = (next, end);
            }
        }
    }

    public void MoveTo(IdBlocks other)
    {
        lock (_lock)
        {
            foreach (var (sequence, (next, end)) in _blocks)
            {
                other.Add(sequence, next, end);
            }

            _blocks.Clear();
        }
    }
}
