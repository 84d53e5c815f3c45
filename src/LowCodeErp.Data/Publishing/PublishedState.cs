using LowCodeErp.Runtime.Compilation;

namespace LowCodeErp.Data.Publishing;

/// <summary>What is in force, as stored.</summary>
/// <param name="Version">0 before the first publication.</param>
internal sealed record PublishedState(long Version, string TimeZone, IReadOnlyList<AppPackage> Packages)
{
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
