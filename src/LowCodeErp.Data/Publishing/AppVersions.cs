using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Publishing;

/// <summary>Reads published versions from <c>sys_publication</c> and <c>sys_definition</c>, where nothing is ever changed but its end.</summary>
public sealed class AppVersions(WorkspaceConnections connections) : IAppVersions
{
    private readonly PlatformContextFactory _contexts = new(connections);

    public async Task<IReadOnlyList<AppVersion>> ListAsync(string app, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var publications = await Of(context, app).ToListAsync(cancellationToken);
        var definitions = await context.Definitions.AsNoTracking().Where(definition => definition.App == app).ToListAsync(cancellationToken);
        return [.. publications.Select(publication => publication.With(definitions.Where(definition => definition.IsInForce(publication.Publication.Version))))];
    }

    public async Task<AppVersion?> FindLatestAsync(string app, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var definitions = await context.Definitions.AsNoTracking().Where(definition => definition.App == app && definition.IsCurrent).ToListAsync(cancellationToken);
        return definitions.Count > 0 && await Of(context, app).FirstOrDefaultAsync(cancellationToken) is { } latest ? latest.With(definitions) : null;
    }

    public async Task<AppPackage?> FindAsync(string app, long version, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var packages = await PublishedDefinitions.ReadVersionAsync(context, version, cancellationToken);
        return packages.FirstOrDefault(package => package.App.Definition.Key == app);
    }

    /// <summary>The newest first.</summary>
    private static IQueryable<Published> Of(PlatformContext context, string app) =>
        from publication in context.Publications.AsNoTracking()
        where publication.App == app
        orderby publication.Version descending
        select new Published(publication, context.Users.Where(member => member.Id == publication.PublishedBy).Select(member => member.DisplayName).FirstOrDefault());

    private sealed record Published(Publication Publication, string? Member)
    {
        public AppVersion With(IEnumerable<DefinitionVersion> definitions) => new(
            Publication.Version, Publication.PublishedAt, Member, Publication.RestoredVersion, PublishedDefinitions.ToPackages(definitions)[0]);
    }
}
