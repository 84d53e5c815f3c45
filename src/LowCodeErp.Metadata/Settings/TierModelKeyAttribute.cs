namespace LowCodeErp.Metadata.Settings;

/// <summary>The member names a tier model of the form being designed.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TierModelKeyAttribute : Attribute;
