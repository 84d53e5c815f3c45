using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Access.Designing;

/// <summary>What somebody may publish who may design single forms of an app, and not the app (decision 0045).</summary>
/// <param name="rights">Of whoever publishes.</param>
/// <param name="inForce">The app as it is published.</param>
public sealed class FormDesignCheck(MemberAccess rights, DesignScope scope, AppPackage inForce)
{
    /// <summary>What is changed outside the forms that he may design; to be asked before anything is compiled.</summary>
    public IReadOnlyList<Diagnostic> FindBeyond(AppPackage package) => DesignBorder.Find(inForce, package, scope);

    /// <summary>What would show him more than he may see, or change rights.</summary>
    /// <param name="package">With its formulas as they are stored.</param>
    /// <param name="before">The model in force.</param>
    public IReadOnlyList<Diagnostic> FindEscalation(AppPackage package, WorkspaceModel before, WorkspaceModel after)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var protection = new DesignProtection(before, rights);
        return
        [
            .. from form in package.Forms
               where scope.Includes(form.Definition.Key)
               let was = inForce.Forms.First(source => source.Definition.Key == form.Definition.Key)
               from refusal in protection.Find(before.FindForm(form.Definition.Key)!, was, form)
               select refusal,
            .. new DesignReach(rights, scope, before, after).Find(inForce, package),
        ];
    }
}
