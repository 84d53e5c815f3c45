using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Web.Api;

/// <summary>What whoever may not export records of a form is told instead.</summary>
internal static class ExportRefusal
{
    public static IResult Of(FormModel form)
        => Results.Text(AccessDiagnostics.RefusedForm(AccessOperation.Export, form.Label).Message.ToString(), "text/plain; charset=utf-8", statusCode: StatusCodes.Status403Forbidden);
}
