namespace LowCodeErp.BuiltIns.Fields.Department;

/// <summary>A department field has nothing to set: which ones may be chosen is for the rights of those who choose.</summary>
public sealed record DepartmentSettings;
