using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Data.Providers;

namespace LowCodeErp.Commands.Tests.Messy;

/// <summary>One workspace for all messy files, whose form has two texts that take anything.</summary>
public sealed class NotesWorkspace : IAsyncLifetime
{
    private CommandWorkspace? _workspace;

    internal CommandWorkspace Workspace => _workspace ?? throw new InvalidOperationException("Not prepared yet.");

    public async ValueTask InitializeAsync() => _workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite, "goods");

    public ValueTask DisposeAsync() => Workspace.DisposeAsync();
}
