using LowCodeErp.Core.Naming;

namespace LowCodeErp.Studio.FormDesigner;

/// <param name="Key">Of the field type or layout item.</param>
/// <param name="Name">What people call it.</param>
public sealed record PaletteEntry(string Key, LocalizedText Name, LocalizedText Group, bool IsField);
