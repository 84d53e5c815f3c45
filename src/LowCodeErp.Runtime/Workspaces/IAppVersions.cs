using LowCodeErp.Runtime.Compilation;

namespace LowCodeErp.Runtime.Workspaces;

/// <summary>What was published of each app, and when.</summary>
public interface IAppVersions
{
    /// <summary>The newest first; none when there is no such app.</summary>
    Task<IReadOnlyList<AppVersion>> ListAsync(string app, CancellationToken cancellationToken = default);

    /// <summary>The one that is in force; null when there is no such app.</summary>
    Task<AppVersion?> FindLatestAsync(string app, CancellationToken cancellationToken = default);

    /// <summary>The definitions that were in force in a version of the workspace; null when the app was not there.</summary>
    Task<AppPackage?> FindAsync(string app, long version, CancellationToken cancellationToken = default);
}
