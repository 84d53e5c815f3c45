using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Data.Providers;

namespace LowCodeErp.Commands.Tests.Flows;

/// <summary><c>flow check</c>: against the app's folder, and against what is published.</summary>
public sealed class FlowCheckTests
{
    private const string Sound = """
        {
          "key": "pricing", "label": {"zh-CN": "定价审批"}, "form": "product", "sequence": ["choice"],
          "blocks": {
            "choice": {"type": "exclusive", "label": {"zh-CN": "价格"}, "branches": [{"key": "dear", "when": "[price] > 100", "sequence": ["approve"]}, {"key": "cheap", "sequence": []}]},
            "approve": {"type": "approval", "label": {"zh-CN": "审批"}, "settings": {"assignees": [{"kind": "initiator"}]}}
          }
        }
        """;

    [Fact]
    public async Task Check_InItsFolder_NeedsNoDatabase()
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite);
        var file = Put(workspace, Sound);

        Assert.Equal("流程没有错误。", (await workspace.RunAsync("flow", "check", file)).MustSucceed().Output.TrimEnd());
        Assert.Equal("The flow has no errors.", (await workspace.RunInAsync("en", "flow", "check", file)).MustSucceed().Output.TrimEnd());
    }

    [Fact]
    public async Task Check_EveryMistake_IsOneLineWithItsPlace()
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite);
        var file = Put(workspace, Sound.Replace("[price]", "[gone]", StringComparison.Ordinal).Replace("\"initiator\"", "\"initiators-choice\"", StringComparison.Ordinal));

        var lines = (await workspace.RunAsync("flow", "check", file)).MustRefuse(1).ErrorLines;

        Assert.Equal(2, lines.Count);
        Assert.Contains(lines, line => line.StartsWith("pricing.json:4:", StringComparison.Ordinal) && line.Contains("blocks.choice.branches[0].when", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("pricing.json:5:", StringComparison.Ordinal) && line.EndsWith("“审批”由人自选处理人，要写明可选范围：成员、角色或部门，至少一项。", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_AgainstADatabase_LooksUpMembersToo()
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite, "goods");
        var file = workspace.Write("alone.json", Sound);
        (await workspace.RunAsync("flow", "check", file)).MustSucceed();

        workspace.Write("alone.json", Sound.Replace("{\"kind\": \"initiator\"}", "{\"kind\": \"members\", \"members\": [\"nobody\"]}", StringComparison.Ordinal));
        var refused = (await workspace.RunAsync("flow", "check", file, "--database", workspace.Database)).MustRefuse(1);

        Assert.Contains("成员“nobody”不存在或已停用", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
        (await workspace.RunAsync("app", "versions", "goods")).MustSucceed();
    }

    [Fact]
    public async Task Check_OfAFileThatIsNotThere_IsMisused()
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite);
        Assert.Equal(["找不到文件“nothing.json”。"], (await workspace.RunAsync("flow", "check", "nothing.json")).MustRefuse(2).ErrorLines);
    }

    private static string Put(CommandWorkspace workspace, string flow)
    {
        var flows = Directory.CreateDirectory(Path.Combine(TestApps.Copy("goods", workspace.PathOf("app")), "flows"));
        var file = Path.Combine(flows.FullName, "pricing.json");
        File.WriteAllText(file, flow);
        return file;
    }
}
