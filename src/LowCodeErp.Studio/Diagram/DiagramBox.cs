namespace LowCodeErp.Studio.Diagram;

/// <summary>A form with its place.</summary>
public sealed record DiagramBox(DiagramForm Form, int X, int Y);
