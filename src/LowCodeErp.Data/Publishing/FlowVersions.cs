using System.Collections.Concurrent;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Flows;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Publishing;

/// <summary>Reads flows from <c>sys_definition</c>, where no version is ever changed.</summary>
public sealed class FlowVersions(WorkspaceConnections connections, WorkspaceCompiler compiler, PublishedWorkspace workspace) : IFlowVersions
{
    private readonly PlatformContextFactory _contexts = new(connections);

    /// <summary>By flow, version and the version in force, whose forms count. What another version's forms were for is dropped with it.</summary>
    private readonly ConcurrentDictionary<(string Flow, long Version, long Forms), FoundFlow> _known = new();

    public async Task<FoundFlow> FindAsync(string flow, long version, CancellationToken cancellationToken = default)
    {
        var current = workspace.Current;
        if (version == current.Version)
        {
            return new(current.FindFlow(flow), []);
        }

        if (_known.TryGetValue((flow, version, current.Version), out var known))
        {
            return known;
        }

        var (forms, found) = await ReadAsync(flow, version, cancellationToken);
        foreach (var outdated in _known.Keys.Where(key => key.Forms < forms))
        {
            _known.TryRemove(outdated, out _);
        }

        return _known.GetOrAdd((flow, version, forms), found);
    }

    private async Task<(long Forms, FoundFlow Found)> ReadAsync(string flow, long version, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var state = await PublishedDefinitions.ReadAsync(context, cancellationToken);
        var stored = await context.Definitions.AsNoTracking()
            .Where(definition => definition.Kind == DefinitionKind.Flow && definition.Key == flow && definition.Version <= version && (definition.EndedIn == null || definition.EndedIn > version))
            .SingleOrDefaultAsync(cancellationToken);
        return (state.Version, stored is null ? new(null, [])
            : stored.IsCurrent && workspace.Current is var current && current.Version == state.Version ? new(current.FindFlow(flow), [])
            : Compile(stored, state));
    }

    private FoundFlow Compile(DefinitionVersion stored, PublishedState state)
    {
        var source = Read(stored);
        IReadOnlyList<AppPackage> packages = [.. state.Packages.Select(package => package.App.Definition.Key == stored.App ? package with { Flows = [source] } : package)];
        var (model, diagnostics) = compiler.Compile(state.Version, packages);
        return new(model?.FindFlow(stored.Key), model is null ? [.. diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)] : []);
    }

    private static Sourced<FlowDefinition> Read(DefinitionVersion stored)
    {
        var diagnostics = new DiagnosticBag();
        var file = $"flows/{stored.Key}.json";
        var definition = DefinitionReader.Read<FlowDefinition>(stored.Json, file, diagnostics)
            ?? throw new InvalidDataException($"Flow '{stored.Key}' in sys_definition cannot be read: {string.Join("; ", diagnostics.Items)}");
        return new(file, definition, stored.Json);
    }
}
