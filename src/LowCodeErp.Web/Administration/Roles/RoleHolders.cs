using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Departments;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Web.Administration.Roles;

/// <summary>Who has which role, by name.</summary>
public sealed class RoleHolders(IRoleAssignments assignments, IDepartments departments, IServiceScopeFactory scopes)
{
    /// <summary>Those that have ended, or have not begun, included.</summary>
    public async Task<IReadOnlyList<RoleHolder>> ReadAsync(CancellationToken cancellationToken = default)
    {
        var all = await assignments.ReadAsync(cancellationToken);
        var tree = await departments.ReadAsync(cancellationToken);
        var members = await ReadMembersAsync([.. all.Select(assignment => assignment.MemberId).OfType<long>().Distinct()], cancellationToken);
        return [.. all.Select(assignment => new RoleHolder(assignment, NameOf(assignment, members, tree)))];
    }

    private async Task<Dictionary<long, string>> ReadMembersAsync(List<long> ids, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var members = scope.ServiceProvider.GetRequiredService<UserManager<Member>>().Users;
        return await members.Where(member => ids.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => $"{member.DisplayName} ({member.UserName})", cancellationToken);
    }

    /// <summary>Members and departments are never deleted.</summary>
    private static string NameOf(RoleAssignment assignment, Dictionary<long, string> members, DepartmentTree tree)
        => assignment.MemberId is { } member ? members[member] : tree.PathOf(tree.Find(assignment.DepartmentId!.Value)!);
}
