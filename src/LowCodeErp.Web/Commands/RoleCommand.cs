using System.CommandLine;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Web.Administration.Roles;
using Microsoft.AspNetCore.Identity;

namespace LowCodeErp.Web.Commands;

/// <summary><c>role</c>: who has which role. A role is named <c>app/role</c>, one of no app by its key alone.</summary>
internal static class RoleCommand
{
    public static Command Create() => new("role", new LocalizedText("角色：谁拥有应用的哪个角色。", "Roles: who has which role of which app.").ToString())
    {
        CreateList(), CreateAssign(), CreateTakeBack(), RoleWhyCommand.Create(),
    };

    private static Command CreateList()
    {
        var database = DatabaseOption.Create();
        var command = new Command("list", new LocalizedText("列出所有角色和拥有它们的成员、部门。", "Lists all roles with the members and departments that have them.").ToString()) { database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await CommandSession.OpenAsync(parsed.GetRequiredValue(database), cancellationToken);
            return session is null ? ExitCode.Refused : List(session, await session.Get<RoleHolders>().ReadAsync(cancellationToken));
        });
        return command;
    }

    private static Command CreateAssign()
    {
        var (role, member, department, database) = (CreateRole(), CreateMember(), CreateDepartment(), DatabaseOption.Create());
        var from = new Option<string?>("--from") { Description = new LocalizedText("开始日期；不写则立即生效。", "The first day; at once without it.").ToString() };
        var until = new Option<string?>("--until") { Description = new LocalizedText("结束日期（含当天）；不写则长期有效。", "The last day, included; for good without it.").ToString() };
        var command = new Command("assign", new LocalizedText("把角色分配给成员或部门。", "Assigns a role to a member or a department.").ToString()) { role, member, department, from, until, database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await CommandSession.OpenAsync(parsed.GetRequiredValue(database), cancellationToken);
            if (session is null || !TryRead(parsed.GetValue(from), out var first) || !TryRead(parsed.GetValue(until), out var last)
                || await FindHolderAsync(session, parsed.GetRequiredValue(role), parsed.GetValue(member), parsed.GetValue(department), cancellationToken) is not { } holder)
            {
                return ExitCode.Refused;
            }

            var assignment = RolePeriod.Set(holder, first, last, session.Get<IWorkspace>().TimeZone);
            return Report(await session.Get<IRoleAssignments>().AssignAsync(assignment, Actor.System, cancellationToken), new("已分配。", "Assigned."));
        });
        return command;
    }

    private static Command CreateTakeBack()
    {
        var (role, member, department, database) = (CreateRole(), CreateMember(), CreateDepartment(), DatabaseOption.Create());
        var command = new Command("take-back", new LocalizedText("收回成员或部门的角色。", "Takes a role back from a member or a department.").ToString()) { role, member, department, database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await CommandSession.OpenAsync(parsed.GetRequiredValue(database), cancellationToken);
            return session is not null && await FindHolderAsync(session, parsed.GetRequiredValue(role), parsed.GetValue(member), parsed.GetValue(department), cancellationToken) is { } holder
                ? await TakeBackAsync(session.Get<IRoleAssignments>(), holder, cancellationToken)
                : ExitCode.Refused;
        });
        return command;
    }

    private static Argument<string> CreateRole() => new("role") { Description = new LocalizedText("应用/角色，如 customer-tiering/sales；审计员写 auditor。", "app/role, such as customer-tiering/sales; the auditor is just auditor.").ToString() };

    private static Option<string?> CreateMember() => new("--member") { Description = new LocalizedText("成员的登录名。", "The user name of a member.").ToString() };

    private static Option<string?> CreateDepartment() => new("--department") { Description = new LocalizedText("部门的编码、完整路径或名称。", "The code, path or name of a department.").ToString() };

    private static int List(CommandSession session, IReadOnlyList<RoleHolder> holders)
    {
        var zone = session.Get<IWorkspace>().TimeZone;
        var known = session.Workspace.Apps.SelectMany(app => app.Roles.Select(role => role.Key).Prepend(RoleAssignment.AppAdministrator).Select(role => (App: app.Key, Role: role))).Append((App: "", Role: RoleAssignment.Auditor));
        foreach (var (app, role) in known.Union(holders.Select(holder => (holder.Assignment.App, holder.Assignment.Role))))
        {
            Console.WriteLine(app.Length == 0 ? role : $"{app}/{role}");
            foreach (var holder in holders.Where(holder => (holder.Assignment.App, holder.Assignment.Role) == (app, role)))
            {
                Console.WriteLine($"\t{holder.Name}\t{RolePeriod.FirstDay(holder.Assignment, zone):yyyy-MM-dd}..{RolePeriod.LastDay(holder.Assignment, zone):yyyy-MM-dd}");
            }
        }

        return ExitCode.Done;
    }

    private static async Task<int> TakeBackAsync(IRoleAssignments assignments, RoleAssignment holder, CancellationToken cancellationToken)
    {
        var held = (await assignments.ReadAsync(cancellationToken)).Where(known => known with { Id = 0, From = null, Until = null } == holder).ToList();
        if (held.Count == 0)
        {
            CommandSession.Error(new("没有这样的分配；用 role list 查看。", "There is no such assignment; see role list."));
            return ExitCode.Refused;
        }

        var problems = new List<Diagnostic>();
        foreach (var assignment in held)
        {
            problems.AddRange(await assignments.TakeBackAsync(assignment.Id, Actor.System, cancellationToken));
        }

        return Report(problems, new("已收回。", "Taken back."));
    }

    /// <summary>Null, with the reason on the console, when nobody or nothing is called so.</summary>
    private static async Task<RoleAssignment?> FindHolderAsync(CommandSession session, string role, string? member, string? department, CancellationToken cancellationToken)
    {
        var (app, key) = role.Split('/', 2) is [var first, var second] ? (first, second) : ("", role);
        var assignment = new RoleAssignment { App = app, Role = key };
        switch (member, department)
        {
            case ({ } userName, null):
                return await FindMemberAsync(session, userName) is { } id ? assignment with { MemberId = id } : null;
            case (null, { } named):
                var diagnostics = new DiagnosticBag();
                var found = (await session.Get<IDepartments>().ReadAsync(cancellationToken)).Find(named, "--department", diagnostics);
                CommandSession.Report(diagnostics.Items);
                return found is null ? null : assignment with { DepartmentId = found.Id };
            default:
                CommandSession.Report([AccessDiagnostics.UnknownHolder()]);
                return null;
        }
    }

    /// <summary>Null, with the reason on the console, when nobody is called so.</summary>
    internal static async Task<long?> FindMemberAsync(CommandSession session, string userName)
    {
        await using var scope = session.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<UserManager<Member>>().FindByNameAsync(userName);
        if (found is null)
        {
            CommandSession.Error(new($"没有成员“{userName}”，请检查登录名。", $"There is no member \"{userName}\"; check the user name."));
        }

        return found?.Id;
    }

    private static bool TryRead(string? text, out DateOnly? date) => (date = text is null ? null : DateArgument.Read(text)) is not null || text is null;

    private static int Report(IReadOnlyList<Diagnostic> problems, LocalizedText done)
    {
        CommandSession.Report(problems);
        if (problems.Count > 0)
        {
            return ExitCode.Refused;
        }

        CommandSession.Say(done);
        return ExitCode.Done;
    }
}
