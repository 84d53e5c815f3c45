using LowCodeErp.Runtime.Compilation;

namespace LowCodeErp.Runtime.Workspaces;

/// <summary>A published version of an app; it never changes.</summary>
/// <param name="Version">The version of the workspace that it made; those of other apps lie between.</param>
/// <param name="PublishedAt">In UTC.</param>
/// <param name="PublishedBy">The display name of the member; null for the system.</param>
/// <param name="RestoredVersion">The version whose definitions were published again; null when they came from their author.</param>
public sealed record AppVersion(long Version, DateTime PublishedAt, string? PublishedBy, long? RestoredVersion, AppPackage Package);
