using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Departments;

/// <summary>The departments of the workspace. There are few, so they are always read as a whole.</summary>
public interface IDepartments
{
    Task<DepartmentTree> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Applies a change to the departments as they stand, while nobody else changes them, and writes down what the actor changed.</summary>
    /// <param name="change">Gives null to leave everything as it is; it says itself why.</param>
    /// <returns>Null when nothing was stored.</returns>
    Task<DepartmentTree?> ChangeAsync(Func<DepartmentTree, DepartmentTree?> change, Actor actor, CancellationToken cancellationToken = default);
}
