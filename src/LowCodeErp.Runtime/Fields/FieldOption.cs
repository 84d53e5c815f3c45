using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Fields;

/// <summary>One of the few values that a field may have.</summary>
/// <param name="Key">What is stored.</param>
public sealed record FieldOption(string Key, LocalizedText Label);
