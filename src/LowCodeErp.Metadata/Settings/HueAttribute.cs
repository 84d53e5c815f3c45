namespace LowCodeErp.Metadata.Settings;

/// <summary>The member is a colour that the theme knows by name, such as <c>blue</c>; lists show it beside their items.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HueAttribute : Attribute;
