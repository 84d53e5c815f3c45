namespace LowCodeErp.Metadata.Settings;

/// <summary>The member is a text that may have several lines.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MultilineAttribute : Attribute;
