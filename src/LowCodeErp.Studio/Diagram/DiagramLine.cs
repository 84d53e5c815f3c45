namespace LowCodeErp.Studio.Diagram;

/// <summary>All references from one form to another, drawn as one line.</summary>
/// <param name="Path">As SVG says it, from the form that refers to the one referred to.</param>
public sealed record DiagramLine(DiagramForm From, DiagramForm To, IReadOnlyList<FormReference> References, string Path);
