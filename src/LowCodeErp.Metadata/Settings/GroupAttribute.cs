namespace LowCodeErp.Metadata.Settings;

/// <summary>The member belongs to another group of the property panel than <see cref="SettingsGroup.Basic"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GroupAttribute(SettingsGroup group) : Attribute
{
    public SettingsGroup Group { get; } = group;
}
