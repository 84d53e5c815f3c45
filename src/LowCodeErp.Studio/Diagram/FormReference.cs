using LowCodeErp.Core.Naming;

namespace LowCodeErp.Studio.Diagram;

/// <summary>A field of a form, or of its lines, that leads to records of a form.</summary>
public sealed record FormReference(string From, string To, string Field, LocalizedText Label);
