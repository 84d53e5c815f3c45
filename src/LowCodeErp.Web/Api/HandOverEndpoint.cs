using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.HandOvers;
using LowCodeErp.Runtime.Spreadsheets.Texts;
using LowCodeErp.Web.Identity;

namespace LowCodeErp.Web.Api;

/// <summary>What was handed over, as a file for whoever has to prove it: <c>GET /api/hand-overs/3.csv</c>. For administrators.</summary>
internal static class HandOverEndpoint
{
    private static readonly LocalizedText[] Columns = [new("类别", "Kind"), new("内容", "What"), new("数量", "Count")];

    private static readonly LocalizedText Remaining = new("未交接", "Not handed over");

    public static void MapHandOvers(this IEndpointRouteBuilder routes) => routes.MapGet("/api/hand-overs/{id:long}.csv", SendAsync).RequireAuthorization(AccountSetup.AdministratorPolicy);

    private static async Task<IResult> SendAsync(long id, IHandOverStore reports, CancellationToken cancellationToken)
    {
        var culture = CultureInfo.CurrentUICulture;
        return await reports.FindAsync(id, cancellationToken) is not { } report ? Results.NotFound() : Results.Stream(
            output => WriteAsync(report, output, culture, cancellationToken),
            "text/csv; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"{report.LeaverName}-{report.SuccessorName}-{report.At:yyyyMMdd}.csv"));
    }

    private static async Task WriteAsync(HandOverReport report, Stream output, CultureInfo culture, CancellationToken cancellationToken)
    {
        await using var writer = new CsvSheetWriter(output);
        await writer.WriteHeaderAsync([.. Columns.Select(column => column.In(culture))], cancellationToken);
        var moved = report.Moved.SelectMany(section => section.Items.Select(item => (section.Label, item.What, Count: InputValue.Of((decimal)item.Count))));
        foreach (var (kind, what, count) in moved.Concat(report.Remaining.Select(what => (Remaining, what, InputValue.Blank))))
        {
            await writer.WriteRowAsync([InputValue.Of(kind.In(culture)), InputValue.Of(what.In(culture)), count], cancellationToken);
        }
    }
}
