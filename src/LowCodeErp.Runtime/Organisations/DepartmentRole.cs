namespace LowCodeErp.Runtime.Organisations;

/// <summary>What somebody is in a department. The higher one stands later.</summary>
public enum DepartmentRole
{
    Member,
    Deputy,
    Head,
}
