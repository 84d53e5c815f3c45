using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>What the flows of an app can name: forms and roles of the app itself, and of those that it needs.</summary>
internal sealed class FlowReach(IReadOnlyList<AppPackage> packages, IReadOnlyDictionary<string, CompiledForm> forms, FormSchemas schemas)
{
    public FormSchemas Schemas { get; } = schemas;

    /// <summary>Null for one that there is not, and for one out of reach.</summary>
    public FormModel? FindForm(AppPackage package, string key)
        => forms.GetValueOrDefault(key)?.Model is { } form && IsWithin(package, form.App) ? form : null;

    /// <param name="name"><c>sales-director</c>, or <c>other-app/key</c>.</param>
    public bool HasRole(AppPackage package, string name)
    {
        var (app, key) = name.Split('/', 2) is [var named, var role] ? (named, role) : (package.App.Definition.Key, name);
        return IsWithin(package, app)
            && packages.FirstOrDefault(other => other.App.Definition.Key == app) is { } owner
            && (key == RoleAssignment.AppAdministrator || owner.Roles.Any(role => role.Definition.Key == key));
    }

    private static bool IsWithin(AppPackage package, string app) => app == package.App.Definition.Key || package.App.Definition.Needs.Contains(app);
}
