using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Schema;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Data.Publishing;

/// <summary>Publishes: one transaction with the tables, the definitions and the version of the workspace.</summary>
public sealed class Publisher(
    WorkspaceConnections connections, WorkspaceCompiler compiler, PublishedWorkspace workspace, IdAllocator ids, SavePipeline pipeline, TimeProvider clock)
    : IPublisher
{
    private readonly PlatformContextFactory _platform = new(connections);
    private readonly SchemaPublisher _schema = new(connections, new EarlierVersions(compiler));
    private readonly FormulaRun _formulas = new(connections, ids, pipeline);
    private readonly PublishedDefinitions _definitions = new(ids, clock);

    public async Task<PublishResult> PublishAsync(
        AppPackage package, Actor actor, PublishOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= PublishOptions.None;
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.IsAdministrator)
        {
            return Refuse([PublishDiagnostics.NotAllowed(actor.Name)]);
        }

        await using var transaction = await connections.BeginWriteAsync(cancellationToken);
        await connections.LockSchemaAsync(transaction, cancellationToken);
        await using var context = _platform.Join(transaction);
        var before = await PublishedDefinitions.ReadAsync(context, cancellationToken);
        if (PublishedDefinitions.IsSame(package, before.Packages.FirstOrDefault(other => IsSameApp(other, package))))
        {
            return new(before.Version, IsChanged: false, []);
        }

        var after = before with { Version = before.Version + 1, Packages = Replace(before.Packages, package) };
        var (model, diagnostics) = compiler.Compile(after.Version, after.Packages);
        if (model is null)
        {
            return Refuse(diagnostics);
        }

        var stored = StoredFormulas.Write(package, model);
        if (PublishedDefinitions.IsSame(stored, before.Packages.FirstOrDefault(other => IsSameApp(other, package))))
        {
            return new(before.Version, IsChanged: false, diagnostics);
        }

        await ModelLock.TakeAsync(transaction, connections.Target.Provider, cancellationToken);
        var change = await _schema.ChangeAsync(
            transaction, context, CompileBefore(before), model, new(options.LeavesUnconverted, options.RestoredVersion is not null), cancellationToken);
        if (change.IsRefused)
        {
            return Refuse([.. diagnostics, .. change.Diagnostics]);
        }

        if (await _formulas.RunAsync(transaction, change, actor, options.Progress, cancellationToken) is { Count: > 0 } failures)
        {
            return Refuse([.. diagnostics, .. failures]);
        }

        if (!options.IsRehearsal)
        {
            await _definitions.WriteAsync(transaction, context, after, stored, actor, options.RestoredVersion, cancellationToken);
            transaction.AfterCommit(() => workspace.Adopt(model, after.TimeZone));
            await transaction.CommitAsync(cancellationToken);
        }

        return new(after.Version, IsChanged: true, [.. diagnostics, .. change.Diagnostics]);
    }

    private static PublishResult Refuse(IReadOnlyList<Diagnostic> diagnostics) => new(null, IsChanged: false, diagnostics);

    private static bool IsSameApp(AppPackage package, AppPackage other) => package.App.Definition.Key == other.App.Definition.Key;

    /// <summary>In the order in which they will be read back, so that this node and the others run the same model.</summary>
    private static IReadOnlyList<AppPackage> Replace(IReadOnlyList<AppPackage> packages, AppPackage changed)
        => [.. packages.Where(package => !IsSameApp(package, changed)).Append(changed)
            .OrderBy(package => package.App.Definition.Key, StringComparer.Ordinal)];

    private WorkspaceModel CompileBefore(PublishedState before)
    {
        if (workspace.Current.Version == before.Version)
        {
            return workspace.Current;
        }

        var (model, diagnostics) = compiler.Compile(before.Version, before.Packages);
        var errors = diagnostics.Where(item => item.Severity == Severity.Error);
        return model ?? throw new InvalidOperationException(
            $"The state in force (version {before.Version}) cannot be compiled: {string.Join("; ", errors)}");
    }
}
