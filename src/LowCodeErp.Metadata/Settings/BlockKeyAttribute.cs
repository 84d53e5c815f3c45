namespace LowCodeErp.Metadata.Settings;

/// <summary>The member names a block of the same flow, or several.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BlockKeyAttribute : Attribute;
