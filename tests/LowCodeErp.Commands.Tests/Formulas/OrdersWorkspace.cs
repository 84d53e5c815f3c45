using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Data.Providers;

namespace LowCodeErp.Commands.Tests.Formulas;

/// <summary>A workspace whose orders have a customer and lines; no test changes it.</summary>
public sealed class OrdersWorkspace : IAsyncLifetime
{
    private CommandWorkspace? _workspace;

    internal CommandWorkspace Workspace => _workspace ?? throw new InvalidOperationException("Not prepared yet.");

    public async ValueTask InitializeAsync() => _workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite, "superstore");

    public ValueTask DisposeAsync() => Workspace.DisposeAsync();

    internal Task<CommandResult> RunAsync(string? language, params string[] args) => Workspace.RunInAsync(language, ["formula", .. args]);
}
