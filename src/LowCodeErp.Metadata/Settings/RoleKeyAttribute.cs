namespace LowCodeErp.Metadata.Settings;

/// <summary>The member names a role: <c>sales-director</c> of the same app, or <c>other-app/key</c> of one that it needs; or several.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RoleKeyAttribute : Attribute;
