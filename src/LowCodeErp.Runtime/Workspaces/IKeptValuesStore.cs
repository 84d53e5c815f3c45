using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Workspaces;

/// <summary>What removed and changed fields and forms have left, until an administrator purges it.</summary>
public interface IKeptValuesStore
{
    Task<IReadOnlyList<KeptValues>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Deletes kept values for good; all of the named ones or none.</summary>
    /// <param name="names">See <see cref="KeptValues.Name"/>.</param>
    /// <returns>Why nothing was purged; empty when it was.</returns>
    Task<IReadOnlyList<Diagnostic>> PurgeAsync(IReadOnlyCollection<string> names, Actor actor, CancellationToken cancellationToken = default);
}
