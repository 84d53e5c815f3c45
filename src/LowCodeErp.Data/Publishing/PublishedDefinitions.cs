using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Publishing;

/// <summary>
/// The definitions in force, in <c>sys_definition</c>; superseded ones stay there, with the version of the workspace that brought them.
/// </summary>
internal sealed class PublishedDefinitions(IdAllocator ids, TimeProvider clock)
{
    private const string DefaultTimeZone = "Asia/Shanghai";

    /// <summary>In one statement, so that version and definitions belong together whoever publishes meanwhile.</summary>
    public static async Task<PublishedState> ReadAsync(PlatformContext context, CancellationToken cancellationToken)
    {
        var rows = await (
            from workspace in context.Workspaces
            from definition in context.Definitions.Where(definition => definition.IsCurrent).DefaultIfEmpty()
            select new { workspace.ModelVersion, workspace.TimeZone, Definition = definition }).AsNoTracking().ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return new(0, DefaultTimeZone, []);
        }

        return new(rows[0].ModelVersion, rows[0].TimeZone, ToPackages(rows.Select(row => row.Definition).OfType<DefinitionVersion>()));
    }

    /// <summary>The definitions of all apps that were in force in a version.</summary>
    public static async Task<IReadOnlyList<AppPackage>> ReadVersionAsync(PlatformContext context, long version, CancellationToken cancellationToken)
        => ToPackages(await context.Definitions.AsNoTracking()
            .Where(definition => definition.Version <= version && (definition.EndedIn == null || definition.EndedIn > version))
            .ToListAsync(cancellationToken));

    /// <summary>The version of the workspace in which the app was last published; 0 when it never was.</summary>
    public static async Task<long> ReadVersionOfAsync(PlatformContext context, string app, CancellationToken cancellationToken)
        => await context.Publications.Where(publication => publication.App == app).MaxAsync(publication => (long?)publication.Version, cancellationToken) ?? 0;

    /// <summary>Stores what differs from the state before.</summary>
    public async Task WriteAsync(
        WriteTransaction transaction, PlatformContext context, PublishedState state, AppPackage package, Actor actor, long? restored, CancellationToken cancellationToken)
    {
        var app = package.App.Definition.Key;
        var inForce = await context.Definitions.AsTracking().Where(old => old.IsCurrent && old.App == app).ToListAsync(cancellationToken);
        var wanted = Flatten(package).ToDictionary(item => (item.Kind, item.Key));
        foreach (var old in inForce)
        {
            if (wanted.TryGetValue((old.Kind, old.Key), out var same) && same.Json == old.Json)
            {
                wanted.Remove((old.Kind, old.Key));
                continue;
            }

            old.IsCurrent = false;
            old.EndedIn = state.Version;
        }

        if (wanted.Count > 0)
        {
            var id = await ids.NextAsync(transaction, IdSequence.Definition, wanted.Count, cancellationToken);
            context.Definitions.AddRange(wanted.Values.Select((item, index) => ToRow(item, id + index, state.Version, actor)));
        }

        context.Publications.Add(new()
        {
            Version = state.Version, App = app, PublishedAt = clock.GetUtcNow().UtcDateTime, PublishedBy = actor.MemberId ?? 0, RestoredVersion = restored,
        });
        await WriteVersionAsync(context, state.Version, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Whether the package is, text for text, what is in force.</summary>
    public static bool IsSame(AppPackage package, AppPackage? inForce)
        => inForce is not null && Flatten(package).ToHashSet().SetEquals(Flatten(inForce));

    private static IEnumerable<Item> Flatten(AppPackage package)
    {
        var app = package.App.Definition.Key;
        return [
            new(DefinitionKind.App, app, app, package.App.Json),
            .. package.Forms.Select(form => new Item(DefinitionKind.Form, app, form.Definition.Key, form.Json)),
            .. package.TierModels.Select(model => new Item(DefinitionKind.TierModel, app, model.Definition.Key, model.Json)),
            .. package.Roles.Select(role => new Item(DefinitionKind.Role, app, role.Definition.Key, role.Json)),
            .. package.Flows.Select(flow => new Item(DefinitionKind.Flow, app, flow.Definition.Key, flow.Json)),
        ];
    }

    private async Task WriteVersionAsync(PlatformContext context, long version, CancellationToken cancellationToken)
    {
        var workspace = await context.Workspaces.AsTracking().SingleOrDefaultAsync(cancellationToken)
            ?? context.Add(new Workspace { Name = "", CreatedAt = clock.GetUtcNow().UtcDateTime }).Entity;
        workspace.ModelVersion = version;
    }

    private DefinitionVersion ToRow(Item item, long id, long version, Actor actor) => new()
    {
        Id = id, Kind = item.Kind, App = item.App, Key = item.Key, Version = version, Json = item.Json, IsCurrent = true,
        PublishedAt = clock.GetUtcNow().UtcDateTime, PublishedBy = actor.MemberId ?? 0,
    };

    /// <summary>One for each app that has definitions among these.</summary>
    public static IReadOnlyList<AppPackage> ToPackages(IEnumerable<DefinitionVersion> definitions)
        => [.. definitions.GroupBy(definition => definition.App).OrderBy(app => app.Key, StringComparer.Ordinal).Select(ToPackage)];

    private static AppPackage ToPackage(IEnumerable<DefinitionVersion> definitions)
    {
        var byKind = definitions.OrderBy(definition => definition.Key, StringComparer.Ordinal).ToLookup(definition => definition.Kind);
        return new(
            Read<AppDefinition>("app.json", byKind[DefinitionKind.App].Single()),
            [.. byKind[DefinitionKind.Form].Select(form => Read<FormDefinition>($"forms/{form.Key}.json", form))],
            [.. byKind[DefinitionKind.TierModel].Select(model => Read<TierModelDefinition>($"tiering/{model.Key}.json", model))])
        {
            Roles = [.. byKind[DefinitionKind.Role].Select(role => Read<RoleDefinition>($"roles/{role.Key}.json", role))],
            Flows = [.. byKind[DefinitionKind.Flow].Select(flow => Read<FlowDefinition>($"flows/{flow.Key}.json", flow))],
        };
    }

    private static Sourced<T> Read<T>(string file, DefinitionVersion stored)
        where T : class
    {
        var diagnostics = new DiagnosticBag();
        var definition = DefinitionReader.Read<T>(stored.Json, file, diagnostics)
            ?? throw new InvalidDataException(
                $"Definition {stored.Kind} '{stored.Key}' in sys_definition cannot be read: {string.Join("; ", diagnostics.Items)}");
        return new(file, definition, stored.Json);
    }

    private sealed record Item(string Kind, string App, string Key, string Json);
}
