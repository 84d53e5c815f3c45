using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Commands.Tests.Refusals;

/// <summary>A workspace with one product and one supplier, which all refusals share: none may change it.</summary>
public sealed class StockedWorkspace : IAsyncLifetime
{
    private CommandWorkspace? _workspace;
    private long _definitions;

    internal CommandWorkspace Workspace => _workspace ?? throw new InvalidOperationException("Not prepared yet.");

    public async ValueTask InitializeAsync()
    {
        _workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite, "goods");
        _workspace.Write("suppliers.csv", "供应商编号,供应商名称\nS1,北方厂\n");
        _workspace.Write("products.csv", "编号,名称\n001,笔\n");
        (await _workspace.RunAsync("import", "supplier", "suppliers.csv")).MustSucceed();
        (await _workspace.RunAsync("import", "product", "products.csv")).MustSucceed();
        _definitions = await _workspace.CountAsync("sys_definition");
    }

    public ValueTask DisposeAsync() => Workspace.DisposeAsync();

    /// <summary>Runs the command in Chinese, which is the default, and in English.</summary>
    internal async Task MustRefuseAsync(int exitCode, string[] chinese, string[] english, params string[] args)
    {
        await MustRefuseInAsync(null, exitCode, chinese, args);
        await MustRefuseInAsync("en", exitCode, english, args);
    }

    internal async Task MustRefuseInAsync(string? language, int exitCode, string[] expected, params string[] args)
    {
        Assert.Equal(expected, (await Workspace.RunInAsync(language, args)).MustRefuse(exitCode).ErrorLines);
        Assert.Equal(1, await Workspace.CountAsync("product"));
        Assert.Equal(1, await Workspace.CountAsync("supplier"));
        Assert.Equal(2, await Workspace.CountAsync("sys_history"));
        Assert.Equal(_definitions, await Workspace.CountAsync("sys_definition"));
    }
}
