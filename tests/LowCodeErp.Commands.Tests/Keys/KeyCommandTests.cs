using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Commands.Tests.Keys;

/// <summary><c>key new</c>.</summary>
public sealed class KeyCommandTests
{
    [Theory]
    [EveryDatabase]
    public async Task KeyNew_MakesOneAfterAnother_AndIsLogged(DatabaseProvider provider)
    {
        await using var workspace = await CommandWorkspace.CreateAsync(provider, "goods");

        Assert.Contains("第 2 号", (await workspace.RunAsync("key", "new")).MustSucceed().Output, StringComparison.Ordinal);
        Assert.Contains("第 3 号", (await workspace.RunAsync("key", "new")).MustSucceed().Output, StringComparison.Ordinal);

        (await workspace.RunAsync("audit", "export", workspace.PathOf("audit.csv"))).MustSucceed();
        var log = await File.ReadAllTextAsync(workspace.PathOf("audit.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(3, log.Split("更换数据密钥").Length);
        (await workspace.RunAsync("doctor")).MustSucceed();
    }
}
