using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Data.Auditing;

/// <summary>What was found so far: the first findings in full, the others counted, so that a ruined log does not fill the memory.</summary>
internal sealed class AuditFindings
{
    private const int MostListed = 200;

    private readonly List<Diagnostic> _listed = [];

    public IReadOnlyList<Diagnostic> Listed => _listed;

    public long Count { get; private set; }

    public void Add(Diagnostic finding)
    {
        Count++;
        if (_listed.Count < MostListed)
        {
            _listed.Add(finding);
        }
    }
}
