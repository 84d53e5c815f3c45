namespace LowCodeErp.UI.Extending;

/// <summary>On a page that other pages of this program, and nobody else's, may show in a frame. No other page may be framed at all.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FrameableAttribute : Attribute;
