using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Publishing;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Benchmarks;

/// <summary>A company of four regions with five departments of ten people each, and their deals; few have no owner. The last region has only begun.</summary>
internal static class GeneratedDeals
{
    public const int Members = Regions * DepartmentsOfRegion * MembersOfDepartment;

    public const int MembersOfRegion = DepartmentsOfRegion * MembersOfDepartment;

    private const int Regions = 4;
    private const int DepartmentsOfRegion = 5;
    private const int MembersOfDepartment = 10;
    private const int DealsAtOnce = 20_000;
    private const int Days = 1_000;
    private const int OneWithoutOwnerIn = 50;
    private const int OneOfLastRegionIn = 5_000;

    private static readonly DateTime _now = new(2026, 6, 1, 4, 0, 0, DateTimeKind.Utc);

    /// <summary>The first of a region's people, who belongs to the region itself and sees a third of all deals.</summary>
    public static Actor Head { get; } = new(1, "head", IsAdministrator: false);

    /// <summary>The same of the last region.</summary>
    public static Actor NewHead { get; } = new(Members - MembersOfRegion + 1, "new head", IsAdministrator: false);

    public static Actor Seller { get; } = new(2, "seller", IsAdministrator: false);

    public static async Task InsertAsync(BenchmarkWorkspace workspace, int deals)
    {
        await InsertMembersAsync(workspace);
        await StaffAsync(workspace);
        await GiveAsync(workspace, Head, "head");
        await GiveAsync(workspace, NewHead, "head");
        await GiveAsync(workspace, Seller, "seller");
        await InsertDealsAsync(workspace, deals);
    }

    private static async Task InsertMembersAsync(BenchmarkWorkspace workspace)
    {
        await using var platform = workspace.Get<PlatformContextFactory>().CreateDbContext();
        platform.Users.AddRange(Enumerable.Range(1, Members).Select(id => new Member
        {
            Id = id, UserName = $"member{id}", NormalizedUserName = $"MEMBER{id}", DisplayName = $"成员{id}",
        }));
        await platform.SaveChangesAsync();
    }

    private static async Task StaffAsync(BenchmarkWorkspace workspace)
    {
        await workspace.Get<CurrentOrganisation>().LoadAsync();
        Demand(await workspace.Get<IOrganisation>().ChangeAsync(Staff, Actor.System));
    }

    private static Organisation? Staff(Organisation company, DiagnosticBag problems)
    {
        var memberships = new List<Membership>();
        var tree = company.Departments;
        for (var region = 0; region < Regions; region++)
        {
            tree = tree.Add($"大区{region}", null, null, problems)!;
            var top = tree.InOrder.Last();
            memberships.Add(new((region * MembersOfRegion) + 1, top.Id));
            for (var place = 0; place < DepartmentsOfRegion; place++)
            {
                tree = tree.Add($"部门{region}-{place}", top, null, problems)!;
                var department = tree.InOrder.Last().Id;
                var first = (region * MembersOfRegion) + (place * MembersOfDepartment) + 1;
                memberships.AddRange(Enumerable.Range(first, MembersOfDepartment).Where(member => member % MembersOfRegion != 1).Select(member => new Membership(member, department)));
            }
        }

        return company.With(tree, problems)?.Assign(memberships, problems);
    }

    private static async Task GiveAsync(BenchmarkWorkspace workspace, Actor member, string role)
        => Demand(await workspace.Get<IRoleAssignments>().AssignAsync(new() { App = "deals", Role = role, MemberId = member.MemberId }, Actor.System));

    /// <summary>Through the store, so that the table holds what the product writes, but with no checks and no history.</summary>
    private static async Task InsertDealsAsync(BenchmarkWorkspace workspace, int deals)
    {
        var (random, form) = (new Random(BenchmarkOptions.Seed), workspace.Form("deal"));
        await using var transaction = await workspace.Get<IRecordStore>().BeginAsync();
        var first = await transaction.AllocateIdsAsync(deals, CancellationToken.None);
        foreach (var numbers in Enumerable.Range(0, deals).Chunk(DealsAtOnce))
        {
            await transaction.InsertAsync(form, [.. numbers.Select(number => NewDeal(first + number, random))], CancellationToken.None);
        }

        await transaction.CommitAsync(CancellationToken.None);
    }

    private static RecordWrite NewDeal(long id, Random random)
    {
        long owner = random.Next(OneOfLastRegionIn) == 0 ? Members - random.Next(MembersOfRegion) : random.Next(1, Members - MembersOfRegion + 1);
        var closesOn = DateOnly.FromDateTime(_now).AddDays(-random.Next(Days));
        var amount = Math.Round((decimal)random.NextDouble() * 10_000, 2);
        return new(id, 1, [$"D{id:0000000}", random.Next(OneWithoutOwnerIn) == 0 ? null : owner, closesOn, amount], 0, _now, owner);
    }

    private static void Demand(IReadOnlyList<Diagnostic> problems)
    {
        if (problems.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
        }
    }
}
