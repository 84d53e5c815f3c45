using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>
/// The members and departments that the flows of an app name, when it is published. Afterwards they may leave, and nothing that runs stops compiling: the flow says so itself,
/// when it comes to need them.
/// </summary>
public static class FlowMentions
{
    public static bool Any(AppPackage package, WorkspaceModel model) => FlowsOf(package, model).Any(flow => flow.Model.Mentions.Count > 0);

    /// <summary>Those that there are not, with their places.</summary>
    /// <param name="model">Compiled from the package, among others.</param>
    public static IReadOnlyList<Diagnostic> Check(AppPackage package, WorkspaceModel model, Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        var members = organisation.Members.Where(member => member.IsActive).Select(member => member.UserName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [
            .. from flow in FlowsOf(package, model)
               from mention in flow.Model.Mentions
               where !(mention.Kind == FlowMentionKind.Member ? members.Contains(mention.Name) : organisation.Departments.Named(mention.Name).Count == 1)
               select flow.Source.Locate(FlowMentionDiagnostics.Unknown(mention)),
        ];
    }

    private static IEnumerable<(Sourced<Metadata.Flows.FlowDefinition> Source, FlowModel Model)> FlowsOf(AppPackage package, WorkspaceModel model)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(model);
        return package.Flows.Select(source => (source, model.FindFlow(source.Definition.Key)!));
    }
}
