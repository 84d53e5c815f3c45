using LowCodeErp.Commands.Tests.Running;

namespace LowCodeErp.Commands.Tests.Apps;

/// <summary>A copy of the app <c>goods</c>, as its author changes it.</summary>
internal sealed class GoodsFolder
{
    public GoodsFolder(CommandWorkspace workspace) => Path = TestApps.Copy("goods", workspace.PathOf("changed"));

    public string Path { get; }

    public void ReplaceInProduct(string before, string after)
    {
        var file = System.IO.Path.Combine(Path, "forms", "product.json");
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        Assert.Contains(before, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(before, after, StringComparison.Ordinal));
    }
}
