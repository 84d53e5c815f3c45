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
        var publications = await (
            from publication in context.Publications
            where publication.App == app
            orderby publication.Version descending
            select new { publication, Member = context.Users.Where(member => member.Id == publication.PublishedBy).Select(member => member.DisplayName).FirstOrDefault() })
            .AsNoTracking().ToListAsync(cancellationToken);
        var definitions = await context.Definitions.AsNoTracking().Where(definition => definition.App == app).ToListAsync(cancellationToken);
        return [.. publications.Select(row => new AppVersion(
            row.publication.Version,
            row.publication.PublishedAt,
            row.Member,
            row.publication.RestoredVersion,
            PublishedDefinitions.ToPackages(definitions.Where(definition => definition.IsInForce(row.publication.Version)))[0]))];
    }

    public async Task<AppPackage?> FindAsync(string app, long version, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var packages = await PublishedDefinitions.ReadVersionAsync(context, version, cancellationToken);
        return packages.FirstOrDefault(package => package.App.Definition.Key == app);
    }
}
