using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Apps;
using LowCodeErp.Runtime.Compilation.Flows;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Layout;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>
/// Turns the definitions of all apps into the model that runs. An author's mistakes are diagnostics, all of them at once;
/// this never throws for one.
/// </summary>
/// <param name="flowNodes">None where no flows are compiled.</param>
public sealed class WorkspaceCompiler(ExtensionCatalog<IFieldType> fieldTypes, ExtensionCatalog<ILayoutItem> layoutItems, ExtensionCatalog<IFlowNode>? flowNodes = null)
{
    private readonly ExtensionCatalog<IFlowNode> _flowNodes = flowNodes ?? new([]);

    public CompilationResult Compile(long version, IReadOnlyList<AppPackage> packages)
    {
        ArgumentNullException.ThrowIfNull(packages);
        var diagnostics = new DiagnosticBag();
        CheckApps(packages, diagnostics);
        var forms = new FormCompiler(fieldTypes, packages, diagnostics).Compile();
        ReferenceCycles.Check(forms, diagnostics);
        new LogicCompiler(forms, version, diagnostics).Compile();
        new SharedViews(forms, version, diagnostics).Compile();
        var tierModels = new TierModelCompiler(forms, diagnostics).Compile(packages);
        var areModelsSound = tierModels.Count == packages.Sum(package => package.TierModels.Count);
        new LayoutCompiler(layoutItems, forms, areModelsSound ? tierModels : null, diagnostics).Compile();
        SensitiveFields.Check(forms, tierModels, diagnostics);
        var roles = new RoleCompiler(forms, version, diagnostics);
        var rolesOfApps = packages.ToDictionary(package => package, roles.Compile);
        var flows = new FlowCompiler(_flowNodes, packages, forms, version, diagnostics);
        var flowsOfApps = packages.ToDictionary(package => package, flows.Compile);
        flows.CheckTogether();
        var workspace = diagnostics.HasErrors ? null : new WorkspaceModel(version, [.. packages.Select(package => ToApp(package, forms, tierModels, rolesOfApps[package], flowsOfApps[package]))]);
        return new(workspace, diagnostics.Items) { Forms = [.. forms.Values.Select(form => form.Model)] };
    }

    private static void CheckApps(IReadOnlyList<AppPackage> packages, DiagnosticBag diagnostics)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (app, forms, _) in packages)
        {
            if (!Key.IsValid(app.Definition.Key))
            {
                diagnostics.Add(CompilationDiagnostics.InvalidKey(app.At("key"), app.Definition.Key));
            }
            else if (!keys.Add(app.Definition.Key))
            {
                diagnostics.Add(CompilationDiagnostics.DuplicateApp(app.At("key"), app.Definition.Key));
            }

            foreach (var (index, key) in app.Definition.Needs.Index().Where(entry => packages.All(other => other.App.Definition.Key != entry.Item)))
            {
                diagnostics.Add(CompilationDiagnostics.AppMissing(app.At($"needs[{index}]"), key));
            }

            CheckMenu(app, forms.Select(form => form.Definition.Key).ToHashSet(StringComparer.Ordinal), diagnostics);
        }
    }

    private static void CheckMenu(Sourced<AppDefinition> app, HashSet<string> forms, DiagnosticBag diagnostics)
    {
        var grouped = new HashSet<string>(StringComparer.Ordinal);
        var definition = app.Definition;
        (string Path, string Form)[] named =
        [
            .. definition.Menu.Index().Select(entry => ($"menu[{entry.Index}]", entry.Item)),
            .. definition.Hidden.Index().Select(entry => ($"hidden[{entry.Index}]", entry.Item)),
            .. definition.Groups.Index().SelectMany(group => group.Item.Forms.Index().Select(entry => ($"groups[{group.Index}].forms[{entry.Index}]", entry.Item))),
        ];
        foreach (var (path, form) in named.Where(entry => !forms.Contains(entry.Form)))
        {
            diagnostics.Add(CompilationDiagnostics.UnknownForm(app.At(path), form));
        }

        foreach (var (index, group) in definition.Groups.Index().Where(entry => entry.Item.Forms.Any(form => !grouped.Add(form))))
        {
            diagnostics.Add(CompilationDiagnostics.FormInTwoGroups(app.At($"groups[{index}].forms"), group.Label));
        }
    }

    private static AppModel ToApp(AppPackage package, IReadOnlyDictionary<string, CompiledForm> forms, IReadOnlyList<TierModel> tierModels, IReadOnlyList<RoleModel> roles, IReadOnlyList<FlowModel> flows)
    {
        var app = package.App.Definition;
        var menu = app.Menu.Select((key, index) => (key, index)).ToDictionary(entry => entry.key, entry => entry.index, StringComparer.Ordinal);
        var ordered = package.Forms
            .Select(form => forms[form.Definition.Key].Model)
            .OrderBy(form => menu.GetValueOrDefault(form.Key, int.MaxValue))
            .ThenBy(form => form.Key, StringComparer.Ordinal);
        return new(app.Key, app.Label, app.Description, app.Icon, [.. ordered], [.. tierModels.Where(model => model.App == app.Key)])
        {
            Roles = roles,
            Flows = flows,
            Hidden = app.Hidden.Select(key => forms[key].Model).ToHashSet(),
            Groups = app.Groups.SelectMany(group => group.Forms.Select(key => (Form: forms[key].Model, group.Label))).ToDictionary(entry => entry.Form, entry => entry.Label),
        };
    }
}
