using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.HandOvers;

/// <summary>What one part has to say of a member, or of what it moved.</summary>
/// <param name="Key">Of the part.</param>
public sealed record HandOverSection(string Key, LocalizedText Label, IReadOnlyList<HandOverItem> Items);
