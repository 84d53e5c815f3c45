namespace LowCodeErp.Metadata.Settings;

/// <summary>The member is a fraction that people read and write as a percentage: 0.05 as 5%.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PercentageAttribute : Attribute;
