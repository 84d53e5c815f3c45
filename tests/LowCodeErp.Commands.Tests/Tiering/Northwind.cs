using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Specifications.ReferenceData;

namespace LowCodeErp.Commands.Tests.Tiering;

/// <summary>The orders of Northwind; the lines come in a file of their own, after their orders.</summary>
internal static class Northwind
{
    public static async Task ImportAsync(CommandWorkspace workspace)
    {
        (string Form, string File)[] imports = [("customer", "customers"), ("product", "products"), ("order", "orders"), ("order-line", "order-details")];
        foreach (var (form, file) in imports)
        {
            var mapping = Path.Combine(TestApps.PathOf("northwind"), "mappings", $"{form}.json");
            (await workspace.RunAsync("import", form, SharedData.PathOf($"northwind/{file}.csv"), "--mapping", mapping)).MustSucceed();
        }
    }
}
