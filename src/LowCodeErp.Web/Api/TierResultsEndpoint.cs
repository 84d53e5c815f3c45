using System.Globalization;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Runtime.Spreadsheets.Texts;
using LowCodeErp.Runtime.Spreadsheets.Workbooks;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Web.Identity;
using LowCodeErp.Web.Identity.Keys;

namespace LowCodeErp.Web.Api;

/// <summary>The results of a stored tier run as a file, written while they are read.</summary>
internal static class TierResultsEndpoint
{
    public static void MapTierResults(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/tier-runs/{id:long}/results.csv", (long id, HttpContext context)
            => SendAsync(id, context, "csv", "text/csv; charset=utf-8", output => new CsvSheetWriter(output))).AcceptApiKeys();
        endpoints.MapGet("/api/tier-runs/{id:long}/results.xlsx", (long id, HttpContext context)
            => SendAsync(id, context, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", output => new XlsxSheetWriter(output))).AcceptApiKeys();
    }

    private static async Task<IResult> SendAsync(long id, HttpContext context, string ending, string type, Func<Stream, ISheetWriter> createWriter)
    {
        var services = context.RequestServices;
        var standings = services.GetRequiredService<ITierStandings>();
        var run = await standings.FindAsync(id, context.RequestAborted);
        if (run is null || services.GetRequiredService<IWorkspace>().Current.FindTierModel(run.Model) is not { } model)
        {
            return Results.NotFound();
        }

        var actor = MemberActor.Of(context);
        if (!(await services.GetRequiredService<IAccess>().OfAsync(actor, context.RequestAborted)).Of(model.Form).May(AccessOperation.Export))
        {
            return ExportRefusal.Of(model.Form);
        }

        await services.GetRequiredService<IAuditLog>().WriteAsync(Describe(model, run, actor), context.RequestAborted);
        var query = new TierStandingQuery(model, id) { Sort = TierStandingColumn.Code, Operation = AccessOperation.Export };
        var results = standings.StreamAsync(query, actor, context.RequestAborted).Select(standing => standing.Result);
        var culture = CultureInfo.CurrentUICulture;
        return Results.Stream(
            async output =>
            {
                await using var writer = createWriter(output);
                await TierResultSheet.WriteAsync(results, writer, culture, context.RequestAborted);
            },
            type, string.Create(CultureInfo.InvariantCulture, $"{model.Label.In(culture)} {run.Summary.Settings.AsOf:yyyy-MM-dd}.{ending}"));
    }

    private static AuditEntry Describe(TierModel model, TierRunHeading run, Actor actor) => new(AuditKind.Export, actor)
    {
        Facts = [new(AuditDetail.Name, model.Label), new(AuditDetail.Date, run.Summary.Settings.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
    };
}
