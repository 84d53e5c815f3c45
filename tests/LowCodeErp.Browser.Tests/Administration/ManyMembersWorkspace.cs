using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Browser.Tests.Administration;

/// <summary>A workspace of 5,000 members beside the administrator, every tenth of them in the sales department.</summary>
public sealed class ManyMembersWorkspace : AppWorkspace
{
    public const int Count = 5000;
    public const string Department = "销售部";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var organisation = Service<CurrentOrganisation>();
        Assert.Empty(await organisation.ChangeAsync((current, found) => current.With(current.Departments.Add(Department, null, null, found), found), Actor.System));
        var department = organisation.Current.Departments.InOrder.Single().Id;
        await using var context = Service<PlatformContextFactory>().CreateDbContext();
        var members = Enumerable.Range(1, Count).Select(NewMember).ToList();
        context.AddRange(members);
        await context.SaveChangesAsync();
        context.AddRange(members.Where((_, index) => index % 10 == 0).Select(member => new MembershipRow { MemberId = member.Id, DepartmentId = department, IsMain = true }));
        await context.SaveChangesAsync();
        await organisation.LoadAsync();
    }

    private static Member NewMember(int number) => new()
    {
        UserName = $"m{number:0000}", NormalizedUserName = $"M{number:0000}", DisplayName = $"成员{number:0000}", SecurityStamp = $"{number}", IsActive = number % 100 != 0,
    };
}
