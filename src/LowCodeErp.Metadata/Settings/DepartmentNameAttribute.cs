namespace LowCodeErp.Metadata.Settings;

/// <summary>The member names a department, or several, by code, path or name.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DepartmentNameAttribute : Attribute;
