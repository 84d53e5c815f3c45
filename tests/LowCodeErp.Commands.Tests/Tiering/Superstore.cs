using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Specifications.ReferenceData;

namespace LowCodeErp.Commands.Tests.Tiering;

/// <summary>The real orders of 示例-超市, by key, so that the same again changes nothing.</summary>
internal static class Superstore
{
    /// <returns>What each import said.</returns>
    public static async Task<IReadOnlyList<string>> ImportAsync(CommandWorkspace workspace)
    {
        string[][] imports =
        [
            ["customer", SharedData.PathOf("cn/超市_客户.csv"), "--key", "code"],
            ["product", SharedData.PathOf("cn/超市_产品.csv"), "--key", "code"],
            ["order", SharedData.PathOf("cn/超市_订单.csv"), "--key", "order-key"],
            ["order-line", SharedData.PathOf("cn/超市_订单明细.csv"), "--key", "line-no",
                "--mapping", Path.Combine(TestApps.PathOf("superstore"), "mappings", "order-line.json")],
        ];
        var said = new List<string>();
        foreach (var import in imports)
        {
            said.Add((await workspace.RunAsync(["import", .. import])).MustSucceed().Output.Trim());
        }

        return said;
    }
}
