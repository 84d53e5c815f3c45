using System.Text.RegularExpressions;
using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Commands.Tests.Auditing;

/// <summary><c>audit seal</c>, <c>audit check</c> and <c>audit export</c>.</summary>
public sealed class AuditCommandTests
{
    [Theory]
    [EveryDatabase]
    public async Task Audit_SealedCheckedAndTamperedWith_SaysSo(DatabaseProvider provider)
    {
        await using var workspace = await CommandWorkspace.CreateAsync(provider, "goods");
        workspace.Write("suppliers.csv", "供应商编号,供应商名称\nS1,北方厂\nS2,南方厂\n");
        (await workspace.RunAsync("import", "supplier", "suppliers.csv")).MustSucceed();

        Assert.Contains("已封存 4 行", (await workspace.RunAsync("audit", "seal")).MustSucceed().Output, StringComparison.Ordinal);
        var said = (await workspace.RunAsync("audit", "check")).MustSucceed().Output;
        var hash = Regex.Match(said, "[0-9a-f]{64}").Value;
        (await workspace.RunAsync("audit", "check", "--expect", hash)).MustSucceed();
        Assert.Contains(new string('0', 64), (await workspace.RunAsync("audit", "check", "--expect", new string('0', 64))).MustRefuse(1).Error, StringComparison.Ordinal);

        await workspace.TamperAsync("UPDATE sys_history SET actor_name = 'x' WHERE record_id = (SELECT MIN(record_id) FROM sys_history)");

        Assert.Contains("sys_history", (await workspace.RunAsync("audit", "check")).MustRefuse(1).Error, StringComparison.Ordinal);
        Assert.Contains("sys_history", (await workspace.RunAsync("doctor")).MustRefuse(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_Exported_IsReadableAndLogged()
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite, "goods");
        var file = workspace.PathOf("audit.csv");

        (await workspace.RunAsync("audit", "export", file)).MustSucceed();

        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains("系统,发布设计", text, StringComparison.Ordinal);
        Assert.Contains("系统,导出审计日志", text, StringComparison.Ordinal);
        (await workspace.RunAsync("audit", "export", file, "--from", "2999-01-01")).MustSucceed();
        Assert.Single(await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken));
        (await workspace.RunAsync("audit", "export", file, "--to", "yesterday")).MustRefuse(2);
        (await workspace.RunAsync("audit", "export", workspace.PathOf("audit.txt"))).MustRefuse(2);
    }
}
