using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Data.Publishing;

/// <summary>The workspace in force, in memory. Loaded at start, and again whenever the stored version has moved on.</summary>
public sealed class PublishedWorkspace(WorkspaceConnections connections, WorkspaceCompiler compiler) : IWorkspace
{
    private readonly PlatformContextFactory _contexts = new(connections);
    private readonly Lock _lock = new();
    private volatile Snapshot _snapshot = new(WorkspaceModel.Empty, TimeZoneInfo.Utc);

    public event Action? Changed;

    public WorkspaceModel Current => _snapshot.Model;

    public TimeZoneInfo TimeZone => _snapshot.TimeZone;

    /// <summary>Loads what is published, unless it is in memory already.</summary>
    /// <returns>
    /// The errors because of which the published state cannot run, as may happen after an upgrade; what ran before stays.
    /// </returns>
    public async Task<IReadOnlyList<Diagnostic>> LoadAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return Adopt(await PublishedDefinitions.ReadAsync(context, cancellationToken));
    }

    /// <summary>Whether another node has published since.</summary>
    public async Task<bool> IsOutdatedAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = VersionQuery;
        return ToVersion(await command.ExecuteScalarAsync(cancellationToken)) != Current.Version;
    }

    /// <summary>The workspace as the transaction sees it. It stays so until the transaction ends.</summary>
    internal async Task<WorkspaceModel> GetCurrentAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        await ModelLock.ShareAsync(transaction, connections.Target.Provider, cancellationToken);
        await using var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.Transaction;
        command.CommandText = VersionQuery;
        var version = ToVersion(await command.ExecuteScalarAsync(cancellationToken));
        if (version != Current.Version)
        {
            await using var context = _contexts.Join(transaction);
            Adopt(await PublishedDefinitions.ReadAsync(context, cancellationToken));
        }

        return Current.Version == version
            ? Current
            : throw new InvalidOperationException($"Version {version} of the workspace is in force but cannot be run by this program.");
    }

    internal void Adopt(WorkspaceModel model, string timeZone)
    {
        lock (_lock)
        {
            if (model.Version <= Current.Version && Current != WorkspaceModel.Empty)
            {
                return;
            }

            _snapshot = new(model, TimeZoneInfo.FindSystemTimeZoneById(timeZone));
        }

        Changed?.Invoke();
    }

    private const string VersionQuery = "SELECT model_version FROM sys_workspace";

    private static long ToVersion(object? scalar) => Convert.ToInt64(scalar ?? 0L, CultureInfo.InvariantCulture);

    private IReadOnlyList<Diagnostic> Adopt(PublishedState state)
    {
        if (state.Version == Current.Version && Current != WorkspaceModel.Empty)
        {
            return [];
        }

        var (model, diagnostics) = compiler.Compile(state.Version, state.Packages);
        if (model is not null)
        {
            Adopt(model, state.TimeZone);
        }

        return [.. diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)];
    }

    private sealed record Snapshot(WorkspaceModel Model, TimeZoneInfo TimeZone);
}
