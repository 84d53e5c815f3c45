using System.Security.Claims;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Apps;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.Extensions.Localization;

namespace LowCodeErp.Portal.Navigation;

/// <summary>The apps that are published: their forms in the order of the menu, and the tiers where an app has models of them.</summary>
public sealed class InstalledApps(IWorkspace workspace, IAccess access, ICurrentActor viewers, IStringLocalizer<InstalledApps> text) : IMenuSource
{
    private const string TieringAddress = "tiering";

    public int Order => 100;

    public async ValueTask<IReadOnlyList<MenuApp>> GetAppsAsync(ClaimsPrincipal viewer, CancellationToken cancellationToken)
    {
        var rights = await access.OfAsync(await viewers.GetAsync(), cancellationToken);
        return [.. workspace.Current.Apps.Select(app => ToMenu(app, rights))];
    }

    private MenuApp ToMenu(AppModel app, MemberAccess rights)
    {
        var forms = app.Forms.Where(form => !app.Hidden.Contains(form) && rights.Of(form).May(AccessOperation.View)).Select(form => ToEntry(app, form)).GroupBy(entry => entry.Group ?? entry.Href).SelectMany(group => group);
        MenuEntry[] tiers = !app.TierModels.Any(model => rights.Of(model.Form).May(AccessOperation.View)) ? [] : [new(text["Tiering"], "stacked_bar_chart", TieringAddress)];
        return new(app.Key, app.Label.ToString(), app.Icon ?? "apps", [.. forms, .. tiers]);
    }

    private static MenuEntry ToEntry(AppModel app, FormModel form) => new(form.Label.ToString(), form.Icon ?? "table_rows", RecordAddress.Of(form))
    {
        Form = form,
        Group = app.Groups.GetValueOrDefault(form)?.ToString(),
    };
}
