using LowCodeErp.Data.Model;
using LowCodeErp.Data.Tiering;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Tiering;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Tests.Tiering;

public sealed class MetricsQueryTests
{
    /// <summary>There is no SQL Server here to run it on; this at least shows that the whole query becomes one statement.</summary>
    [Fact]
    public void Build_SqlServer_IsOneStatementWithExactSums()
    {
        var net = new NetDefinition { Status = "order.status", ExcludedStatuses = ["cancelled"], Deduction = "returned" };
        var workspace = SalesApp.Compile(SalesApp.Abc(BoundaryRule.Cross, SalesApp.ByLine) with { Key = "abc", Basis = TierBasis.Net, Net = net });
        var options = new DbContextOptionsBuilder<WorkspaceContext>().UseSqlServer("Server=none;Database=none").Options;
        using var context = new WorkspaceContext(options, workspace);

        var sql = new MetricsQuery(context, workspace.FindTierModel("abc")!, new(null, new(2026, 1, 31))).Build().ToQueryString();

        Assert.Equal(2, sql.Split("GROUP BY").Length - 1);
        Assert.Equal(1, sql.Split("FROM [order]").Length - 1);
        Assert.Contains("CAST(ROUND([l].[amount] * CAST(100 AS bigint), 0) AS bigint)", sql, StringComparison.Ordinal);
    }
}
