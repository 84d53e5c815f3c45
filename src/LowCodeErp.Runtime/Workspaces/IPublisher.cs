using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Workspaces;

/// <summary>The one way to change what runs: definitions are compiled, their tables brought up to date and stored, in one transaction.</summary>
public interface IPublisher
{
    /// <summary>
    /// Publishes an app, replacing the definitions that it has now; the other apps stay. Nothing happens when a diagnostic is
    /// an error.
    /// </summary>
    Task<PublishResult> PublishAsync(AppPackage package, Actor actor, PublishOptions? options = null, CancellationToken cancellationToken = default);
}
