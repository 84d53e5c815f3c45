using System.Globalization;
using System.Net;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Web.Administration.Audit;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Web.Tests.Administration;

/// <summary>What the web logs, and who may read it.</summary>
public sealed class AuditTests(TemporaryWorkspace workspace) : IClassFixture<TemporaryWorkspace>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIns_OfEveryKind_AreLogged()
    {
        await workspace.AddMemberAsync("audited");
        await new Visitor(workspace).SignInAsync("audited", "not the password");
        var visitor = new Visitor(workspace);
        await visitor.SignInAsync("audited");
        await visitor.PostAsync("/account/sign-out", ("__RequestVerificationToken", Visitor.TokenOf(await visitor.ReadAsync("/"))));
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await new Visitor(workspace).SignInAsync("audited", "not the password");
        }

        Assert.Equal(
            [AuditKind.SignInRefused, AuditKind.SignIn, AuditKind.SignOut, .. Enumerable.Repeat(AuditKind.SignInRefused, 4), AuditKind.LockedOut, AuditKind.LockedOut],
            (await FindAsync("audited")).Select(item => item.Kind!.Value));
    }

    /// <summary>People type their password into the box of the name.</summary>
    [Fact]
    public async Task SignIn_WithUnknownName_IsLoggedWithoutIt()
    {
        await new Visitor(workspace).SignInAsync("typed my secret here", "x");

        var entries = await Service<AuditTrail>().ReadAsync(new() { Kind = AuditKind.SignInRefused }, 1_000, Cancellation);
        Assert.Contains(entries, entry => entry.ActorId == 0);
        Assert.DoesNotContain(entries, entry => entry.ActorName.Contains("secret", StringComparison.Ordinal) || entry.Facts.Count > 0);
    }

    /// <summary>Its end is noticed before the request belongs to anybody; there is nobody to note, and nothing to fail.</summary>
    [Fact]
    public async Task SignOut_OfASessionThatHasEnded_IsNoEntry()
    {
        await using var scope = workspace.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var before = (await FindAsync("")).Count(entry => entry.Kind == AuditKind.SignOut);

        await scope.ServiceProvider.GetRequiredService<SignInManager<Member>>().SignOutAsync();

        Assert.Equal(before, (await FindAsync("")).Count(entry => entry.Kind == AuditKind.SignOut));
    }

    [Fact]
    public async Task PageAndFile_ForMembersAndVisitors_AreRefused()
    {
        await workspace.AddMemberAsync("curious");
        var member = new Visitor(workspace);
        await member.SignInAsync("curious");

        foreach (var address in new[] { "/administration/audit", "/api/audit.csv", "/api/audit.xlsx" })
        {
            Assert.StartsWith("/account/sign-in", (await new Visitor(workspace).GetAsync(address)).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
            Assert.StartsWith("/account/access-denied", (await member.GetAsync(address)).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task File_ForAdministrators_HoldsWhatTheFilterFindsAndIsLoggedItself()
    {
        await workspace.AddMemberAsync("auditor", member => member.IsAdministrator = true);
        var visitor = new Visitor(workspace);
        await visitor.SignInAsync("auditor");

        var lines = (await visitor.ReadAsync("/api/audit.csv?who=auditor&kind=SignIn")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2, lines.Length);
        Assert.Contains("auditor,登录", lines[1], StringComparison.Ordinal);
        Assert.Equal("?who=auditor&kind=SignIn", (await FindAsync("auditor")).Single(entry => entry.Kind == AuditKind.AuditExport).Facts[0].Value.Chinese);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/api/audit.xlsx")).StatusCode);
    }

    [Fact]
    public void Words_OfEveryKindAndDetail_AreThereInBothLanguages()
    {
        foreach (var language in new[] { "zh-CN", "en" })
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            string[] kinds = [.. Enum.GetValues<AuditKind>().Select(kind => AuditWords.Of(kind))];
            string[] details = [.. Enum.GetValues<AuditDetail>().Select(AuditWords.Of)];
            Assert.Equal(kinds.Length, kinds.Distinct().Count());
            Assert.Equal(details.Length, details.Distinct().Count());
            Assert.Equal(language == "en", kinds.Concat(details).All(word => word.All(char.IsAscii)));
        }
    }

    [Fact]
    public async Task RoleAssignments_GivenAndTakenBack_NameTheMemberOrDepartmentAndTheRole()
    {
        var member = await workspace.AddMemberAsync("role-holder");
        Assert.Empty(await Service<IOrganisation>().ChangeAsync((current, found) => current.With(current.Departments.Add("审计部", null, null, found), found), Actor.System, Cancellation));
        var roles = Service<IRoleAssignments>();
        Assert.Empty(await roles.AssignAsync(new() { App = "", Role = RoleAssignment.Auditor, MemberId = member.Id }, Actor.System, Cancellation));
        Assert.Empty(await roles.TakeBackAsync((await roles.ReadAsync(Cancellation))[^1].Id, Actor.System, Cancellation));
        Assert.Empty(await roles.AssignAsync(new() { App = "", Role = RoleAssignment.Auditor, DepartmentId = Service<IOrganisation>().Current.Departments.InOrder.Single(department => department.Name == "审计部").Id }, Actor.System, Cancellation));

        var entries = (await Service<AuditTrail>().ReadAsync(new() { Kind = AuditKind.AccessChange }, 3, Cancellation)).Reverse().Select(Describe);

        Assert.Equal([" 改动:分配角色 名称:审计员 成员或部门:role-holder", " 改动:收回角色 名称:审计员 成员或部门:role-holder", " 改动:分配角色 名称:审计员 成员或部门:审计部"], entries);
        Assert.NotEmpty(await Service<AuditTrail>().ReadAsync(new() { Words = "role-holder", Kind = AuditKind.AccessChange }, 10, Cancellation));
    }

    /// <summary>Entries of earlier versions hold the number alone.</summary>
    [Fact]
    public async Task About_OfAMember_IsHisName()
    {
        var member = await workspace.AddMemberAsync("talked-of");
        await Service<CurrentOrganisation>().LoadAsync(Cancellation);
        var (known, gone) = (Entry(member.Id), Entry(987_654));

        Assert.Equal("talked-of", AuditWords.About(known, Service<IWorkspace>().Current, Service<IOrganisation>().Current));
        Assert.Equal("#987654", AuditWords.About(gone, Service<IWorkspace>().Current, Service<IOrganisation>().Current));

        static AuditItem Entry(long id) => new(1, DateTime.UnixEpoch, 0, "", AuditKind.MemberChange, "", "", id, [], "");
    }

    private string Describe(AuditItem item)
        => string.Join(' ', item.Facts.Select(fact => $"{AuditWords.Of(fact.Detail)}:{AuditWords.Value(fact, item, Service<IWorkspace>().Current)}").Prepend(AuditWords.About(item, Service<IWorkspace>().Current, Service<IOrganisation>().Current)));

    private async Task<IReadOnlyList<AuditItem>> FindAsync(string who)
        => [.. (await Service<AuditTrail>().ReadAsync(new() { Who = who }, 1_000, Cancellation)).Reverse()];

    private T Service<T>() where T : notnull => workspace.Services.GetRequiredService<T>();
}
