using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Data.Schema;

/// <summary>The workspace as it was.</summary>
internal interface IEarlierVersions
{
    /// <summary>Null when this program cannot run that version any more.</summary>
    Task<WorkspaceModel?> FindAsync(PlatformContext platform, long version, CancellationToken cancellationToken);
}
