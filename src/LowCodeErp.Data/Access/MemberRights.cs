using System.Collections.Frozen;
using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Access;

/// <summary>
/// Who has which role, in <c>sys_role_assignment</c>. It is kept in memory, since every read and every write asks for it, and read anew when the
/// workspace's counter of such changes has moved on.
/// </summary>
public sealed class MemberRights(WorkspaceConnections connections, IWorkspace workspace, IWorkingCalendars calendars, IOrganisation organisation, IRunningFlows flows, AuditLog audit, IdAllocator ids, TimeProvider clock) : IAccess, IRoleAssignments
{
    private static readonly LocalizedText Given = new("分配角色", "role assigned");
    private static readonly LocalizedText Taken = new("收回角色", "role taken back");

    private readonly PlatformContextFactory _contexts = new(connections);
    private volatile Snapshot? _snapshot;

    public async ValueTask<MemberAccess> OfAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.GetUtcNow().UtcDateTime;
        var model = workspace.Current;
        if (actor.MemberId is not { } member)
        {
            return new(actor, model, [], FrozenSet<string>.Empty, isAuditor: false, [], CreateContext(actor, now, []));
        }

        var running = await flows.OfAsync(model, cancellationToken);
        if (actor.IsAdministrator)
        {
            return new(actor, model, [], FrozenSet<string>.Empty, isAuditor: false, [], CreateContext(actor, now, [])) { Flows = running, Asked = [FlowTasks.OfMember(member)] };
        }

        var company = organisation.Current;
        var all = (_snapshot ?? await LoadAsync(cancellationToken)).Of(member, company).ToLookup(assignment => assignment.IsInForce(now));
        var held = all[true].ToList();
        var roles = RolesOf(held, model);
        var administered = held.Where(assignment => assignment.Role == RoleAssignment.AppAdministrator).Select(assignment => assignment.App).ToHashSet(StringComparer.Ordinal);
        return new(
            actor, model, roles, administered, isAuditor: held.Exists(assignment => assignment is { App: "", Role: RoleAssignment.Auditor }),
            [.. company.MembersOf(company.DepartmentsAndBelow(member)).Append(member).Distinct()],
            CreateContext(actor, now, [.. roles.Select(role => role.Role.Key)]))
        {
            RolesAtOtherTimes = RolesOf(all[false], model),
            Flows = running,
            Asked = [FlowTasks.OfMember(member), .. held.Select(assignment => FlowTasks.OfRole(assignment.App, assignment.Role)).Distinct()],
        };
    }

    public async Task<IReadOnlyList<RoleAssignment>> ReadAsync(CancellationToken cancellationToken = default)
        => (await LoadAsync(cancellationToken)).All;

    public async ValueTask<IReadOnlyList<long>> FindHoldersAsync(string app, string role, CancellationToken cancellationToken = default)
    {
        var (company, now) = (organisation.Current, clock.GetUtcNow().UtcDateTime);
        var held = (_snapshot ?? await LoadAsync(cancellationToken)).All.Where(assignment => assignment.App == app && assignment.Role == role && assignment.IsInForce(now));
        var holders = held.SelectMany(assignment => assignment.MemberId is { } member ? (IEnumerable<long>)[member] : company.MembersOf(company.Within(assignment.DepartmentId!.Value)));
        return [.. holders.Distinct().Where(company.IsActive).Order()];
    }

    public Task<IReadOnlyList<Diagnostic>> AssignAsync(RoleAssignment assignment, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        return ChangeAsync(
            assignment, actor, Given,
            async (write, context) =>
            {
                if (await FindMistakeAsync(context, assignment, cancellationToken) is { } mistake)
                {
                    return mistake;
                }

                context.Add(new RoleAssignmentRow
                {
                    Id = await ids.NextAsync(write, IdSequence.RoleAssignment, 1, cancellationToken), App = assignment.App, Role = assignment.Role,
                    MemberId = assignment.MemberId, DepartmentId = assignment.DepartmentId, From = assignment.From, Until = assignment.Until,
                    AssignedBy = actor.MemberId ?? 0, AssignedAt = clock.GetUtcNow().UtcDateTime,
                });
                return null;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<Diagnostic>> TakeBackAsync(long id, Actor actor, CancellationToken cancellationToken = default)
    {
        var known = (await LoadAsync(cancellationToken)).All.FirstOrDefault(assignment => assignment.Id == id);
        return known is null ? [] : await ChangeAsync(
            known, actor, Taken,
            async (_, context) =>
            {
                await context.RoleAssignments.Where(assignment => assignment.Id == id).ExecuteDeleteAsync(cancellationToken);
                return null;
            },
            cancellationToken);
    }

    /// <summary>Takes over what other nodes have changed.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        if (_snapshot is { } known && await context.Workspaces.Select(row => row.AccessVersion).FirstOrDefaultAsync(cancellationToken) != known.Version)
        {
            _snapshot = await ReadAsync(context, cancellationToken);
        }
    }

    private static List<HeldRole> RolesOf(IEnumerable<RoleAssignment> held, WorkspaceModel model)
        => [.. held.Select(assignment => model.FindRole(assignment.App, assignment.Role) is { } role ? new HeldRole(role, assignment) : null).OfType<HeldRole>()];

    private static async Task<Snapshot> ReadAsync(PlatformContext context, CancellationToken cancellationToken)
    {
        // The version first: what is changed in between is read once more, not missed.
        var version = await context.Workspaces.Select(row => row.AccessVersion).FirstOrDefaultAsync(cancellationToken);
        var rows = await context.RoleAssignments.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return new(version, [.. rows.Select(row => new RoleAssignment
        {
            Id = row.Id, App = row.App, Role = row.Role, MemberId = row.MemberId, DepartmentId = row.DepartmentId, From = row.From, Until = row.Until,
        })]);
    }

    private static async Task<Diagnostic?> CheckHolderAsync(PlatformContext context, RoleAssignment assignment, CancellationToken cancellationToken)
        => (assignment.MemberId, assignment.DepartmentId) switch
        {
            ({ } member, null) when await context.Users.AnyAsync(row => row.Id == member && row.IsActive, cancellationToken) => null,
            (null, { } department) when await context.Departments.AnyAsync(row => row.Id == department && row.IsActive, cancellationToken) => null,
            _ => AccessDiagnostics.UnknownHolder(),
        };

    private AuditEntry Describe(RoleAssignment assignment, string holder, Actor actor, LocalizedText what)
    {
        List<AuditFact> facts = [new(AuditDetail.Change, what), new(AuditDetail.Name, NameOf(assignment)), new(AuditDetail.Holder, holder)];
        facts.AddRange(assignment.Until is { } until ? [new(AuditDetail.Date, until.ToString("u", CultureInfo.InvariantCulture))] : Array.Empty<AuditFact>());
        return new(AuditKind.AccessChange, actor) { App = assignment.App.Length == 0 ? null : assignment.App, RecordId = assignment.MemberId, Facts = facts };
    }

    /// <summary>As it is called on this day: entries are found by it, and say the same for years.</summary>
    private async Task<string> ReadHolderAsync(PlatformContext context, RoleAssignment assignment, CancellationToken cancellationToken)
        => assignment.DepartmentId is { } id
            ? organisation.Current.Departments.Find(id) is { } department ? organisation.Current.Departments.PathOf(department) : $"#{id}"
            : await context.Users.Where(member => member.Id == assignment.MemberId).Select(member => member.DisplayName).SingleOrDefaultAsync(cancellationToken) ?? $"#{assignment.MemberId}";

    private LocalizedText NameOf(RoleAssignment assignment) => assignment.Role switch
    {
        RoleAssignment.AppAdministrator => new("应用管理员", "App administrator"),
        RoleAssignment.Auditor => new("审计员", "Auditor"),
        var role => workspace.Current.FindRole(assignment.App, role)?.Label ?? new(role, role),
    };

    private EvaluationContext CreateContext(Actor actor, DateTime now, IReadOnlyList<string> roles)
        => new(now, workspace.TimeZone) { CurrentUser = actor.MemberId, UserDepartment = actor.DepartmentId, UserRoles = roles, Calendar = calendars.Current };

    private async Task<Diagnostic?> FindMistakeAsync(PlatformContext context, RoleAssignment assignment, CancellationToken cancellationToken)
    {
        var isKnown = assignment.Role switch
        {
            RoleAssignment.Auditor => assignment.App.Length == 0,
            RoleAssignment.AppAdministrator => workspace.Current.Apps.Any(app => app.Key == assignment.App),
            _ => workspace.Current.FindRole(assignment.App, assignment.Role) is not null,
        };
        return !isKnown ? AccessDiagnostics.UnknownRole(assignment.App, assignment.Role)
            : assignment is { From: { } from, Until: { } until } && until <= from ? AccessDiagnostics.EndsBeforeItBegins()
            : await CheckHolderAsync(context, assignment, cancellationToken);
    }

    private async Task<Snapshot> LoadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return _snapshot = await ReadAsync(context, cancellationToken);
    }

    /// <param name="change">Null, or why not.</param>
    private async Task<IReadOnlyList<Diagnostic>> ChangeAsync(
        RoleAssignment assignment, Actor actor, LocalizedText what, Func<WriteTransaction, PlatformContext, Task<Diagnostic?>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var rights = await OfAsync(actor, cancellationToken);
        if (!(assignment.App.Length == 0 ? rights.IsUnlimited : rights.Administers(assignment.App)))
        {
            return [AccessDiagnostics.NotYoursToGive(actor.Name)];
        }

        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        if (await change(write, context) is { } mistake)
        {
            return [mistake];
        }

        await context.SaveChangesAsync(cancellationToken);
        await context.Workspaces.ExecuteUpdateAsync(set => set.SetProperty(row => row.AccessVersion, row => row.AccessVersion + 1), cancellationToken);
        await audit.WriteAsync(write, Describe(assignment, await ReadHolderAsync(context, assignment, cancellationToken), actor, what), cancellationToken);
        await write.CommitAsync(cancellationToken);
        await LoadAsync(cancellationToken);
        return [];
    }

    private sealed record Snapshot(long Version, IReadOnlyList<RoleAssignment> All)
    {
        private readonly ILookup<long, RoleAssignment> _byMember = All.Where(assignment => assignment.MemberId is not null).ToLookup(assignment => assignment.MemberId!.Value);
        private readonly IReadOnlyList<RoleAssignment> _ofDepartments = [.. All.Where(assignment => assignment.DepartmentId is not null)];

        /// <summary>His own, and those of the departments that he belongs to, directly or through one below them.</summary>
        public IEnumerable<RoleAssignment> Of(long member, Organisation company)
        {
            var departments = company.DepartmentsOf(member);
            return _byMember[member].Concat(_ofDepartments.Where(assignment => departments.Overlaps(company.Within(assignment.DepartmentId!.Value))));
        }
    }
}
