using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Organisations;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Departments;

/// <summary>Departments in <c>sys_department</c>.</summary>
public sealed class DepartmentStore(WorkspaceConnections connections, AuditLog audit) : IDepartments
{
    private readonly PlatformContextFactory _contexts = new(connections);

    public async Task<DepartmentTree> ReadAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return await ReadAsync(context, cancellationToken);
    }

    public async Task<DepartmentTree?> ChangeAsync(Func<DepartmentTree, DepartmentTree?> change, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);

        await OrganisationState.TakeAsync(context, cancellationToken);
        var before = await ReadAsync(context, cancellationToken);
        if (change(before) is not { } tree)
        {
            return null;
        }

        await StoreAsync(context, tree, cancellationToken);
        if (OrganisationChanges.Of(before, tree) is { Count: > 0 } changes)
        {
            await audit.WriteAsync(write, OrganisationStore.Describe(changes, actor), cancellationToken);
        }

        await write.CommitAsync(cancellationToken);
        return tree;
    }

    /// <summary>As part of a transaction that is under way.</summary>
    internal static async Task<DepartmentTree> ReadAsync(PlatformContext context, CancellationToken cancellationToken)
        => new(await context.Departments.AsNoTracking()
            .Select(row => new Department(row.Id, row.ParentId, row.Name, row.Code, row.Position, row.IsActive)).ToListAsync(cancellationToken));

    /// <summary>A change here may give other titles and trails there: all rows are compared, and EF writes those that differ.</summary>
    internal static async Task StoreAsync(PlatformContext context, DepartmentTree tree, CancellationToken cancellationToken)
    {
        var rows = await context.Departments.ToDictionaryAsync(row => row.Id, cancellationToken);
        foreach (var department in tree.InOrder)
        {
            var (title, trail) = (tree.TitleOf(department), tree.TrailOf(department));
            if (!rows.TryGetValue(department.Id, out var row))
            {
                row = new() { Id = department.Id, Name = department.Name, Title = title, Trail = trail };
                context.Add(row);
            }

            (row.ParentId, row.Name, row.Code) = (department.ParentId, department.Name, department.Code);
            (row.Position, row.IsActive, row.Title, row.Trail) = (department.Position, department.IsActive, title, trail);
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
