using System.Security.Cryptography;
using LowCodeErp.Data.Platform;

namespace LowCodeErp.Data.Auditing;

/// <summary>Puts the rows of one log beside its seals, both in the order of their ids.</summary>
internal sealed class SealComparison(SealedLog log, SealChain chain, AuditFindings findings) : IDisposable
{
    /// <summary>No transaction lasts so long, and no clock is so wrong, that its rows are committed later than this after their time.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly string _table = LogTable.Of(log).Name;
    private StoredSeal? _seal;
    private long _next;
    private bool _isExplained;

    public long Unsealed { get; private set; }

    /// <summary>Ends the seal before, and begins with this one.</summary>
    public void Begin(StoredSeal seal) => (_seal, _next, _isExplained) = (seal, seal.FromId, false);

    public bool IsBeyond(long id) => _seal is { } seal && id > seal.ToId;

    public void Compare(LoggedRow row)
    {
        if (!row.IsIntact)
        {
            findings.Add(AuditDiagnostics.RowAltered(_table, row.Id));
        }

        var isSealed = _seal is { } seal && row.Id >= seal.FromId && row.Id <= seal.ToId;
        Unsealed += isSealed ? 0 : 1;
        if (row.IsIntact && row.At < chain.FindSealedBefore(isSealed ? _seal!.Number : null) - LongestDelay)
        {
            findings.Add(AuditDiagnostics.RowLate(_table, row.Id, row.At));
        }

        if (isSealed)
        {
            MissUpTo(row.Id);
            _hash.AppendData(row.Hash);
            _isExplained |= !row.IsIntact;
            _next = row.Id + 1;
        }
    }

    /// <summary>All rows of the seal have been seen.</summary>
    public void End()
    {
        if (_seal is null)
        {
            return;
        }

        MissUpTo(_seal.ToId + 1);
        if (!_hash.GetHashAndReset().AsSpan().SequenceEqual(_seal.RowsHash) && !_isExplained)
        {
            findings.Add(AuditDiagnostics.RangeAltered(_table, _seal.FromId, _seal.ToId, _seal.Number));
        }

        _seal = null;
    }

    public void Dispose() => _hash.Dispose();

    private void MissUpTo(long id)
    {
        if (id > _next)
        {
            findings.Add(AuditDiagnostics.RowsMissing(_table, _next, id - 1, _seal!.Number));
            _isExplained = true;
        }
    }
}
