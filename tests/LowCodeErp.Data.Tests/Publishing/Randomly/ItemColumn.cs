namespace LowCodeErp.Data.Tests.Publishing.Randomly;

/// <summary>A column in memory.</summary>
/// <param name="Version">The version that took it out of use; 0 while it is in force.</param>
/// <param name="Values">By the id of the record; blanks are left out.</param>
internal sealed record ItemColumn(string Type, long Version, Dictionary<long, string> Values);
