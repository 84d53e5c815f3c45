using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Web.Commands;
using Microsoft.AspNetCore.Identity;

namespace LowCodeErp.Web.Demo;

/// <summary>
/// A workspace to look around in: the customer tiering template with its fictional data, a company around it, its tiers computed, and accounts with
/// a known password. Preparing it again changes nothing.
/// </summary>
internal sealed class DemoWorkspace(
    IServiceScopeFactory scopes, TemplateInstaller installer, DemoCompany company, IRoleAssignments roles, TierRunner tiers, IWorkspace workspace, TimeProvider clock)
{
    public const string Database = "data/demo.db";

    private const string Template = "customer-tiering";

    /// <summary>Printed and documented, so the demo is for looking around and never for a company's own data.</summary>
    private const string Password = "lowcode-demo";

    private static IReadOnlyList<DemoAccount> Accounts { get; } =
    [
        new("admin", "王管理", IsAdministrator: true),
        new("manager", "陈经理", IsAdministrator: false, Role: "manager"),
        new("sales", "李销售", IsAdministrator: false, Role: "sales"),
    ];

    public static void Announce()
    {
        CommandSession.Say(new("演示账号（密码均为 lowcode-demo）：", "Demo accounts (password lowcode-demo):"));
        foreach (var account in Accounts)
        {
            Console.WriteLine($"  {account.UserName}\t{account.DisplayName}");
        }
    }

    /// <returns>False, with the reasons on the console, when the template cannot be installed.</returns>
    public async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        await AddAccountsAsync();
        var folder = Path.Combine(AppContext.BaseDirectory, "templates", Template);
        var isNew = workspace.Current.Apps.Count == 0;
        var result = await installer.InstallAsync(folder, Actor.System, cancellationToken: cancellationToken);
        var problems = result.Version is not null && isNew ? await installer.SeedAsync(folder, Actor.System, cancellationToken: cancellationToken) : [];
        CommandSession.Report([.. result.Diagnostics, .. problems]);
        if (result.Version is null || problems.Any(problem => problem.Severity == Severity.Error))
        {
            return false;
        }

        if (isNew)
        {
            await AssignRolesAsync(cancellationToken);
            await company.FillAsync(cancellationToken);
            await RunTiersAsync(cancellationToken);
        }

        return true;
    }

    private async Task AddAccountsAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var members = scope.ServiceProvider.GetRequiredService<UserManager<Member>>();
        foreach (var account in Accounts)
        {
            if (await members.FindByNameAsync(account.UserName) is not null)
            {
                continue;
            }

            var member = new Member { UserName = account.UserName, DisplayName = account.DisplayName, IsAdministrator = account.IsAdministrator };
            var created = await members.CreateAsync(member, Password);
            if (!created.Succeeded)
            {
                throw new InvalidOperationException($"The demo account '{account.UserName}' was refused: {created}");
            }
        }
    }

    private async Task AssignRolesAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var members = scope.ServiceProvider.GetRequiredService<UserManager<Member>>();
        foreach (var account in Accounts.Where(account => account.Role is not null))
        {
            var member = (await members.FindByNameAsync(account.UserName))!;
            var refused = await roles.AssignAsync(new() { App = Template, Role = account.Role!, MemberId = member.Id }, Actor.System, cancellationToken);
            if (refused.Count > 0)
            {
                throw new InvalidOperationException($"The demo account '{account.UserName}' got no role: {string.Join("; ", refused)}");
            }
        }
    }

    private async Task RunTiersAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), workspace.TimeZone).DateTime);
        foreach (var model in workspace.Current.TierModels)
        {
            await tiers.RunAsync(model, new(today, DryRun: false, Actor.System), new DiagnosticBag(), null, cancellationToken);
        }
    }
}
