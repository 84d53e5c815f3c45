using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Schema;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Data.Publishing;

/// <summary>Compiles the workspace as it was in an earlier version, from the definitions that were in force then.</summary>
internal sealed class EarlierVersions(WorkspaceCompiler compiler) : IEarlierVersions
{
    public async Task<WorkspaceModel?> FindAsync(PlatformContext platform, long version, CancellationToken cancellationToken)
        => compiler.Compile(version, await PublishedDefinitions.ReadVersionAsync(platform, version, cancellationToken)).Workspace;
}
