using System.Reflection;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.HandOvers;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Web.Identity.MyAccount;
using LowCodeErp.Web.Tests.Hosting;
using LowCodeErp.Web.Tests.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Web.Tests.Administration;

/// <summary>Every door by which accounts, the organisation and assignments of roles are changed leaves an entry in the audit log (R114, R115).</summary>
public sealed class LoggedAdministrationTests(TemporaryWorkspace workspace) : IClassFixture<TemporaryWorkspace>
{
    private const string Password = "seven small green boats";
    private const string OtherPassword = "nine large yellow trains";

    private static readonly AuditKind[] _kinds = [AuditKind.MemberChange, AuditKind.OrganisationChange, AuditKind.AccessChange];

    /// <summary>Of the types whose every method is a door unless it stands here: these read, or change nothing that anybody would look for.</summary>
    private static readonly string[] _silent =
    [
        "MemberAccounts.AnyAsync", "MemberAccounts.CheckAsync", "MemberAccounts.AddFirstAsync",
        "PasswordLinks.FindAsync", "ApiKeys.FindAsync", "ApiKeys.SeeAsync", "ApiKeys.ListAsync",
        "OwnAccount.ReadAsync", "OwnAccount.ChangeLanguageAsync", "OwnAccount.BeginSecondFactorAsync",
        "IDepartments.ReadAsync", "IRoleAssignments.ReadAsync", "IRoleAssignments.FindHoldersAsync", "HandOverDesk.PreviewAsync",
    ];

    private static readonly Type[] _types =
        [typeof(MemberAccounts), typeof(PasswordLinks), typeof(ApiKeys), typeof(OwnAccount), typeof(IOrganisation), typeof(IDepartments), typeof(HandOverDesk), typeof(IRoleAssignments)];

    private static readonly Actor _actor = Actor.System;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Doors_OfTheProgram_AreAllWalked()
    {
        var methods = _types
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName).Select(method => $"{type.Name}.{method.Name}"))
            .Distinct().Except(_silent);

        Assert.Equal(methods.Order(StringComparer.Ordinal), Doors(0).Select(door => door.Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Doors_WalkedOneAfterAnother_EachLeaveAnEntryWithoutSecrets()
    {
        var member = (await workspace.AddMemberAsync("walked")).Id;
        foreach (var (name, walk) in Doors(member))
        {
            var before = (await ReadAsync()).Count;
            await walk();
            Assert.True((await ReadAsync()).Count > before, $"{name} left no entry.");
        }

        var all = string.Join('\n', (await ReadAsync()).SelectMany(item => item.Facts).Select(fact => fact.Value.Chinese));
        Assert.DoesNotContain(Password, all, StringComparison.Ordinal);
        Assert.DoesNotContain(OtherPassword, all, StringComparison.Ordinal);
        Assert.DoesNotContain(ApiKeys.Prefix, all, StringComparison.Ordinal);
        Assert.Contains("姓名由“walked”改为“改名”", all, StringComparison.Ordinal);
        Assert.Contains("设为管理员", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondFactor_WithAWrongCode_IsLoggedAsARefusal()
    {
        var member = await workspace.AddMemberAsync("wrong-code");
        await TurnOnAsync(member.Id);
        var visitor = new Visitor(workspace);
        await visitor.SignInAsync("wrong-code");
        var page = await visitor.ReadAsync("/account/second-factor");
        await visitor.PostAsync("/account/second-factor", ("__RequestVerificationToken", Visitor.TokenOf(page)), ("_handler", "second-factor"), ("Form.Code", "000000"));

        Assert.Equal([AuditKind.SignInRefused], (await ReadAllAsync()).Where(item => item.ActorId == member.Id && item.Kind is (AuditKind.SignIn or AuditKind.SignInRefused)).Select(item => item.Kind!.Value));
    }

    /// <summary>In an order in which each changes something.</summary>
    private (string Name, Func<Task> Walk)[] Doors(long member)
    {
        var (accounts, links, keys, own) = (Service<MemberAccounts>(), Service<PasswordLinks>(), Service<ApiKeys>(), Service<OwnAccount>());
        var (organisation, departments, roles) = (Service<IOrganisation>(), Service<IDepartments>(), Service<IRoleAssignments>());
        var self = new Actor(member, "walked", IsAdministrator: false);
        var day = new DateOnly(2026, 11, 23);
        return
        [
            ("MemberAccounts.AddAsync", () => SucceedAsync(accounts.AddAsync([new("added", "新人", "added@example.com", false)], _actor, Cancellation))),
            ("MemberAccounts.EditAsync", () => SucceedAsync(accounts.EditAsync(member, new("walked", "改名", "walked@example.com", IsAdministrator: true), _actor, Cancellation))),
            ("MemberAccounts.EditAsync", () => SucceedAsync(AsAnotherAdministratorAsync(() => accounts.EditAsync(member, new("walked", "改名", "", IsAdministrator: false), _actor, Cancellation)))),
            ("PasswordLinks.CreateAsync", async () => Assert.NotNull(await links.CreateAsync(member, _actor, new(), Cancellation))),
            ("PasswordLinks.UseAsync", async () => Assert.Empty(await links.UseAsync((await links.CreateAsync(member, _actor, new(), Cancellation))!, Password, Cancellation))),
            ("OwnAccount.ChangeNameAsync", () => SucceedAsync(own.ChangeNameAsync(member, "又改名"))),
            ("OwnAccount.ChangePasswordAsync", () => SucceedAsync(own.ChangePasswordAsync(member, Password, OtherPassword, session: null))),
            ("OwnAccount.ConfirmSecondFactorAsync", () => TurnOnAsync(member)),
            ("OwnAccount.EndSecondFactorAsync", () => SucceedAsync(own.EndSecondFactorAsync(member, OtherPassword))),
            ("MemberAccounts.ResetSecondFactorAsync", async () =>
            {
                await TurnOnAsync(member);
                await SucceedAsync(accounts.ResetSecondFactorAsync(member, _actor, Cancellation));
            }),
            ("MemberAccounts.UnlockAsync", async () =>
            {
                await LockAsync(member);
                await SucceedAsync(accounts.UnlockAsync(member, _actor, Cancellation));
            }),
            ("ApiKeys.CreateAsync", async () => Assert.NotNull(await keys.CreateAsync(self, "program", canWrite: false, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1), new(), Cancellation))),
            ("ApiKeys.RevokeAsync", async () => await keys.RevokeAsync(self, Assert.Single(await keys.ListAsync(self, member, Cancellation)).Id, Cancellation)),
            ("IDepartments.ChangeAsync", async () => Assert.NotNull(await departments.ChangeAsync(tree => tree.Add("总公司", null, null, new()), _actor, Cancellation))),
            ("IOrganisation.ChangeAsync", () => ChangeAsync((current, found) => current.With(current.Departments.Add("销售部", current.Departments.Find(1), null, found), found))),
            ("IOrganisation.ChangeAsync", () => ChangeAsync((current, found) => current.Assign([new(member, 1, DepartmentRole.Head)], found))),
            ("IOrganisation.ChangeAsync", () => ChangeAsync((current, found) => current.Report(Other(), member, found))),
            ("IOrganisation.ChangeAsync", () => ChangeAsync((current, found) => current.Leave(new(member, day, day, null, null), null, found))),
            ("IOrganisation.ChangeAsync", () => ChangeAsync((current, _) => current.Return(member, day))),
            ("IRoleAssignments.AssignAsync", () => SucceedAsync(roles.AssignAsync(new() { App = "", Role = RoleAssignment.Auditor, MemberId = member }, _actor, Cancellation))),
            ("IRoleAssignments.TakeBackAsync", async () => await SucceedAsync(roles.TakeBackAsync((await roles.ReadAsync(Cancellation))[^1].Id, _actor, Cancellation))),
            ("MemberAccounts.DeactivateAsync", () => SucceedAsync(accounts.DeactivateAsync(member, _actor, Cancellation))),
            ("MemberAccounts.ActivateAsync", () => SucceedAsync(accounts.ActivateAsync(member, _actor, Cancellation))),
            ("HandOverDesk.RunAsync", async () =>
            {
                var current = organisation.Current;
                var result = await Service<HandOverDesk>().RunAsync(new(current.FindMember(member)!, current.FindMember(Other())!, Deactivates: true), _actor, Cancellation);
                Assert.Empty(result.Problems);
            }),
        ];

        long Other() => organisation.Current.Members.Single(known => known.UserName == "added").Id;

        async Task ChangeAsync(Func<Organisation, DiagnosticBag, Organisation?> change) => await SucceedAsync(organisation.ChangeAsync(change, _actor, Cancellation));
    }

    private static async Task SucceedAsync(Task<IReadOnlyList<Diagnostic>> change) => Assert.Empty(await change);

    /// <summary>The last administrator has to remain one.</summary>
    private async Task<IReadOnlyList<Diagnostic>> AsAnotherAdministratorAsync(Func<Task<IReadOnlyList<Diagnostic>>> change)
    {
        await workspace.AddMemberAsync("remaining-administrator", member => member.IsAdministrator = true);
        return await change();
    }

    private async Task TurnOnAsync(long member)
    {
        var key = (await Service<OwnAccount>().BeginSecondFactorAsync(member))!;
        Assert.NotNull(await Service<OwnAccount>().ConfirmSecondFactorAsync(member, TestAuthenticator.CodeOf(key, TimeProvider.System)));
    }

    private async Task LockAsync(long member)
    {
        await using var context = Service<PlatformContextFactory>().CreateDbContext();
        (await context.Users.FindAsync([member], Cancellation))!.LockoutEnd = TimeProvider.System.GetUtcNow().AddHours(1);
        await context.SaveChangesAsync(Cancellation);
    }

    private async Task<IReadOnlyList<AuditItem>> ReadAsync() => [.. (await ReadAllAsync()).Where(item => item.Kind is { } kind && _kinds.Contains(kind))];

    private Task<IReadOnlyList<AuditItem>> ReadAllAsync() => Service<AuditTrail>().ReadAsync(new(), 1000, Cancellation);

    private T Service<T>()
        where T : notnull => workspace.Services.GetRequiredService<T>();
}
