namespace LowCodeErp.Metadata.Settings;

/// <summary>The member is a formula.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FormulaAttribute : Attribute;
