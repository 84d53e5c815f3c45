using System.Globalization;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Portal.Lists;
using LowCodeErp.Portal.Views;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Exporting;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Runtime.Spreadsheets.Texts;
using LowCodeErp.Runtime.Spreadsheets.Workbooks;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Web.Identity;
using LowCodeErp.Web.Identity.Keys;
using Microsoft.Net.Http.Headers;

namespace LowCodeErp.Web.Api;

/// <summary>
/// What a list shows, as a file: <c>GET /api/export/order.xlsx?in.status=shipped</c>, with the query of the list's own address. It is
/// written while it is read, so its size does not matter.
/// </summary>
internal static class ExportEndpoint
{
    private const string Csv = "csv";

    public static void MapExport(this IEndpointRouteBuilder routes)
        => routes.MapGet("/api/export/{form}.{format:regex(^(csv|xlsx)$)}", ExportAsync).AcceptApiKeys();

    private static async Task<IResult> ExportAsync(
        HttpContext context, string form, string format, IWorkspace workspace, MemberViews views, FormulaConditions conditions, RecordExporter exporter, IAccess access, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (workspace.Current.FindForm(form) is not { Parent: null } model)
        {
            return Results.NotFound();
        }

        var actor = MemberActor.Of(context);
        var rights = await access.OfAsync(actor, cancellationToken);
        if (!rights.Of(model).May(AccessOperation.Export))
        {
            return Results.Text(AccessDiagnostics.RefusedForm(AccessOperation.Export, model.Label).Message.ToString(), "text/plain; charset=utf-8", statusCode: StatusCodes.Status403Forbidden);
        }

        var state = (await views.ReadAsync(model, actor, cancellationToken)).Expand(ListAddress.Read(context.Request.QueryString.Value ?? ""));
        var where = conditions.Create(model, state.Formula, rights.Evaluation);
        if (where == FormulaConditions.Never)
        {
            return Results.BadRequest(string.Join('\n', conditions.Compile(model, state.Formula).Diagnostics.Select(diagnostic => diagnostic.Message.ToString())));
        }

        var query = ListQuery.ForAll(model, state, where);
        Describe(context.Response, model, format, TimeZoneInfo.ConvertTime(clock.GetUtcNow(), workspace.TimeZone));
        await using var writer = Open(context.Response.Body, model, format);
        await exporter.WriteAsync(query, writer, actor, CultureInfo.CurrentUICulture, cancellationToken: cancellationToken);
        return Results.Empty;
    }

    private static void Describe(HttpResponse response, FormModel form, string format, DateTimeOffset now)
    {
        response.ContentType = format == Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(string.Create(CultureInfo.InvariantCulture, $"{form.Label}-{now:yyyyMMdd-HHmm}.{format}"));
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "no-store";
    }

    private static ISheetWriter Open(Stream output, FormModel form, string format)
        => format == Csv ? new CsvSheetWriter(output) : new XlsxSheetWriter(output, form.Label.In(CultureInfo.CurrentUICulture));
}
