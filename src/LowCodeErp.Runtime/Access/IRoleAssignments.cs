using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Access;

/// <summary>Who has which role.</summary>
public interface IRoleAssignments
{
    /// <summary>Those that have ended, or have not begun, included; in the order in which they were made.</summary>
    Task<IReadOnlyList<RoleAssignment>> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>The active members who have a role of an app now, themselves or through a department, in the order of their ids. Known in memory.</summary>
    ValueTask<IReadOnlyList<long>> FindHoldersAsync(string app, string role, CancellationToken cancellationToken = default);

    /// <summary>In force at once. The id is the store's to give.</summary>
    /// <returns>Why not; nothing was changed then.</returns>
    Task<IReadOnlyList<Diagnostic>> AssignAsync(RoleAssignment assignment, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>Ends at once. One that is gone already is no mistake.</summary>
    /// <returns>Why not; nothing was changed then.</returns>
    Task<IReadOnlyList<Diagnostic>> TakeBackAsync(long id, Actor actor, CancellationToken cancellationToken = default);
}
