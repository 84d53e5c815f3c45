using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Web.Demo;

/// <summary>The departments of the demo, who belongs there, and whose customers are whose: templates cannot bring these, since they know nobody's company.</summary>
internal sealed class DemoCompany(IDepartments departments, IOrganisation organisation, IRecordQueries queries, SavePipeline pipeline, IWorkspace workspace)
{
    private const int MostCustomers = 500;

    private static readonly string[] Paths =
    [
        "示例公司/销售部/华东组", "示例公司/销售部/华南组", "示例公司/销售部/华北组", "示例公司/销售部/其他地区组", "示例公司/财务部", "示例公司/仓储部", "示例公司/客户服务部",
    ];

    private static readonly string[] Memberships = ["manager,示例公司/销售部,head,销售总监", "sales,示例公司/销售部/华东组,member,销售代表"];

    public async Task FillAsync(CancellationToken cancellationToken)
    {
        await departments.ChangeAsync(AddAll, Actor.System, cancellationToken);
        await organisation.ChangeAsync(AssignAll, Actor.System, cancellationToken);
        var form = workspace.Current.FindForm("customer")!;
        var page = await queries.ReadPageAsync(new(form) { Take = MostCustomers }, Actor.System, cancellationToken);
        var inputs = page.Rows.Select(row => Assign(row, row[form["region"]].AsText(), row[form["layer"]].AsText())).ToList();
        await pipeline.SaveAsync(new(form, inputs, Actor.System, ChangeSource.Seed), cancellationToken);
    }

    private static DepartmentTree? AddAll(DepartmentTree tree)
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes("department\n" + string.Join('\n', Paths)));
        return DepartmentFile.Import(tree, file, "departments.csv", new DiagnosticBag());
    }

    private static Organisation? AssignAll(Organisation current, DiagnosticBag found)
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes("user name,department,role,position\n" + string.Join('\n', Memberships)));
        return MembershipFile.Import(current, file, "members.csv", found);
    }

    private static RecordInput Assign(RecordRow row, string? region, string? layer) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Values = new Dictionary<string, InputValue>
        {
            ["owner"] = InputValue.Of(layer == "strategic" ? "manager" : "sales"),
            ["department"] = InputValue.Of($"示例公司/销售部/{(region is "华东" or "华南" or "华北" ? region : "其他地区")}组"),
        },
    };
}
