using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Workspaces;

/// <summary>Puts definitions into force: compiles them, changes the tables and stores the versions, all in one transaction.</summary>
/// <example>
/// <code>
/// var result = await publisher.PublishAsync([package], actor, cancellationToken);
/// if (result is PublishResult.Refused refused) { Show(refused.Diagnostics); }
/// </code>
/// </example>
public interface IPublisher
{
    /// <summary>
    /// Replaces the given apps as a whole (what a package no longer names is taken out of force, its data stays in the
    /// database) and leaves the other apps as they are. Publishing what is in force already changes nothing.
    /// </summary>
    Task<PublishResult> PublishAsync(IReadOnlyList<AppPackage> packages, Actor actor, CancellationToken cancellationToken = default);
}
