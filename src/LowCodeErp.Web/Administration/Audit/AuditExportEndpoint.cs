using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Runtime.Spreadsheets.Texts;
using LowCodeErp.Runtime.Spreadsheets.Workbooks;
using LowCodeErp.Web.Identity;
using Microsoft.Net.Http.Headers;

namespace LowCodeErp.Web.Administration.Audit;

/// <summary>The entries that the page's filters find, as a file: <c>GET /api/audit.xlsx?kind=Export</c>.</summary>
internal static class AuditExportEndpoint
{
    private const string Csv = "csv";

    private static readonly LocalizedText _name = new("审计日志", "Audit log");

    public static void MapAuditExport(this IEndpointRouteBuilder routes)
        => routes.MapGet("/api/audit.{format:regex(^(csv|xlsx)$)}", ExportAsync).RequireAuthorization(AuditPolicy.Name);

    private static async Task<IResult> ExportAsync(HttpContext context, string format, AuditSheet sheet, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (response, name) = (context.Response, _name.ToString());
        response.ContentType = format == Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(string.Create(CultureInfo.InvariantCulture, $"{name}-{clock.GetUtcNow():yyyyMMdd-HHmm}.{format}"));
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "no-store";
        await using ISheetWriter writer = format == Csv ? new CsvSheetWriter(response.Body) : new XlsxSheetWriter(response.Body, name);
        await sheet.WriteAsync(AuditFilter.Read(context.Request.QueryString.Value ?? ""), writer, MemberActor.Of(context), cancellationToken);
        return Results.Empty;
    }
}
