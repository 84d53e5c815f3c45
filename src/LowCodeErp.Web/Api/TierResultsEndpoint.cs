using System.Globalization;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Runtime.Spreadsheets.Texts;
using LowCodeErp.Runtime.Spreadsheets.Workbooks;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Web.Identity;

namespace LowCodeErp.Web.Api;

/// <summary>The results of a stored tier run as a file, written while they are read.</summary>
internal static class TierResultsEndpoint
{
    public static void MapTierResults(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/tier-runs/{id:long}/results.csv", (long id, HttpContext context)
            => SendAsync(id, context, "csv", "text/csv; charset=utf-8", output => new CsvSheetWriter(output))).RequireAuthorization();
        endpoints.MapGet("/api/tier-runs/{id:long}/results.xlsx", (long id, HttpContext context)
            => SendAsync(id, context, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", output => new XlsxSheetWriter(output))).RequireAuthorization();
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
        var query = new TierStandingQuery(model, id) { Sort = TierStandingColumn.Code };
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
}
