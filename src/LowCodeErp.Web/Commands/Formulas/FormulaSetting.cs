using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Text;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Web.Commands.Formulas;

/// <summary>Where a formula of a command line is at home.</summary>
/// <param name="Form">Null, as the workspace then is: the fields are those of the record.</param>
internal sealed record FormulaSetting(WorkspaceModel? Workspace, FormModel? Form, DateTime Now, TimeZoneInfo Zone, IWorkingCalendar Calendar)
{
    public IFormulaSchema? Schema { get; } = Form is null ? null : new FormSchemas(Workspace!).Of(Form);

    /// <param name="report">Told of every failure at run time.</param>
    public EvaluationContext NewContext(Action<FormulaDiagnostic>? report = null) => new(Now, Zone) { Calendar = Calendar, Report = report };
}
