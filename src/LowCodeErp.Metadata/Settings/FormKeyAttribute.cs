namespace LowCodeErp.Metadata.Settings;

/// <summary>The member names a form of the workspace.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FormKeyAttribute : Attribute;
