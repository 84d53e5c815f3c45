namespace LowCodeErp.Metadata.Settings;

/// <summary>The member is edited where it is drawn, so the form of the settings leaves it out: the columns of a sub-table.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OnCanvasAttribute : Attribute;
