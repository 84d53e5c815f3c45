using System.Security.Claims;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Apps;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.Extensions.Localization;

namespace LowCodeErp.Portal.Navigation;

/// <summary>The apps that are published: their forms in the order of the menu, and the tiers where an app has models of them.</summary>
public sealed class InstalledApps(IWorkspace workspace, IStringLocalizer<InstalledApps> text) : IMenuSource
{
    private const string TieringAddress = "tiering";

    public int Order => 100;

    public ValueTask<IReadOnlyList<MenuApp>> GetAppsAsync(ClaimsPrincipal viewer, CancellationToken cancellationToken)
        => ValueTask.FromResult<IReadOnlyList<MenuApp>>([.. workspace.Current.Apps.Select(ToMenu)]);

    private MenuApp ToMenu(AppModel app)
    {
        var forms = app.Forms.Where(form => !app.Hidden.Contains(form)).Select(form => ToEntry(app, form)).GroupBy(entry => entry.Group ?? entry.Href).SelectMany(group => group);
        MenuEntry[] tiers = app.TierModels.Count == 0 ? [] : [new(text["Tiering"], "stacked_bar_chart", TieringAddress)];
        return new(app.Key, app.Label.ToString(), app.Icon ?? "apps", [.. forms, .. tiers]);
    }

    private static MenuEntry ToEntry(AppModel app, FormModel form) => new(form.Label.ToString(), form.Icon ?? "table_rows", RecordAddress.Of(form))
    {
        Form = form,
        Group = app.Groups.GetValueOrDefault(form)?.ToString(),
    };
}
