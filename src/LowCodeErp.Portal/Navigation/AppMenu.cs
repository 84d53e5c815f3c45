using System.Security.Claims;

namespace LowCodeErp.Portal.Navigation;

/// <summary>The whole menu of a viewer: what all sources give, without groups in which he may open nothing.</summary>
public sealed class AppMenu(IEnumerable<IMenuSource> sources)
{
    public async Task<IReadOnlyList<MenuApp>> ReadAsync(ClaimsPrincipal viewer, CancellationToken cancellationToken)
    {
        var apps = new List<MenuApp>();
        foreach (var source in sources.OrderBy(source => source.Order))
        {
            apps.AddRange(await source.GetAppsAsync(viewer, cancellationToken));
        }

        return [.. apps.Where(app => app.Entries.Count > 0)];
    }
}
