using LowCodeErp.Formula.Binding;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Web.Commands.Formulas;

/// <summary>Where a formula of a command line is at home.</summary>
/// <param name="Form">Null, as the workspace then is: the fields are those of the record.</param>
internal sealed record FormulaSetting(WorkspaceModel? Workspace, FormModel? Form, DateTime Now, TimeZoneInfo Zone)
{
    public IFormulaSchema? Schema { get; } = Form is null ? null : new FormSchemas(Workspace!).Of(Form);
}
