using LowCodeErp.Data.Platform;

namespace LowCodeErp.Data.Auditing;

/// <summary>Goes along the chain of the seals, and remembers when they were made.</summary>
internal sealed class SealChain(AuditFindings findings, string? expected)
{
    /// <summary>The first number of each time of sealing.</summary>
    private readonly List<(long Number, DateTime At)> _passes = [];

    private byte[] _lastHash = Seal.Beginning;
    private bool _isExpectedThere = expected is null;

    public long LastNumber { get; private set; }

    public string LastHash => LastNumber == 0 ? "" : Convert.ToHexStringLower(_lastHash);

    public void Follow(StoredSeal seal)
    {
        if (!seal.IsIntact)
        {
            findings.Add(AuditDiagnostics.SealAltered(seal.Number));
        }

        if (seal.Number != LastNumber + 1)
        {
            findings.Add(AuditDiagnostics.SealsMissing(LastNumber + 1, seal.Number - 1));
        }
        else if (!seal.PreviousHash.AsSpan().SequenceEqual(_lastHash))
        {
            findings.Add(AuditDiagnostics.ChainBroken(seal.Number));
        }

        if (_passes.Count == 0 || seal.SealedAt > _passes[^1].At)
        {
            _passes.Add((seal.Number, seal.SealedAt));
        }

        (LastNumber, _lastHash) = (seal.Number, seal.Hash);
        _isExpectedThere |= string.Equals(LastHash, expected, StringComparison.OrdinalIgnoreCase);
    }

    public void End()
    {
        if (!_isExpectedThere)
        {
            findings.Add(AuditDiagnostics.ExpectedMissing(expected!));
        }
    }

    /// <summary>When everything was sealed that was there before the seal was made; null for the first time.</summary>
    /// <param name="number">Of the seal; null for a row that has none yet.</param>
    public DateTime? FindSealedBefore(long? number)
    {
        var (low, high) = (0, _passes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _passes[middle].Number > (number ?? long.MaxValue) ? (low, middle) : (middle + 1, high);
        }

        // The pass before low made the seal itself; a row without a seal comes after all of them.
        var before = number is null ? low - 1 : low - 2;
        return before < 0 ? null : _passes[before].At;
    }
}
