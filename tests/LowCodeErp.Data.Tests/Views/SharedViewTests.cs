using LowCodeErp.Data.Providers;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Views;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Views;

/// <summary>A view that was published finds, orders and colours records alike on every database.</summary>
public sealed class SharedViewTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task View_Published_FindsOrdersAndColoursWhatItSays(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(
            provider,
            Form("customer").Text("name").Number("credit"),
            Form("order").Text("number").Number("price").Reference("customer", "customer").Boolean("is-large").Formula("[customer.credit] > 2").View("""
                {"key": "good", "label": {"zh-CN": "好客户"}, "columns": [{"field": "number"}], "where": "[customer.credit] > 0", "sort": [{"field": "customer"}, {"field": "price", "descending": true}],
                 "colours": [{"when": "[is-large]", "colour": "red", "label": {"zh-CN": "大"}}, {"when": "[price] > 5", "colour": "blue", "label": {"zh-CN": "贵"}, "field": "number"}]}
                """));
        var customers = await database.InsertAsync("customer", ["Ace", 1m], ["Bolt", 3m], ["Cut", 0m]);
        await database.InsertAsync("order", ["A1", 4m, customers + 1, null], ["A2", 9m, customers + 1, null], ["A3", 6m, customers, null], ["A4", 7m, customers + 2, null]);

        var (form, view) = (database.Form("order"), Assert.Single(database.Form("order").Views));
        var conditions = new FormulaConditions(database.Workspace, SqlProviders.Sqlite | SqlProviders.PostgreSql);
        var rows = (await database.Queries.ReadPageAsync(
            new(form)
            {
                Columns = [.. view.Columns.Select(column => column.Field).Concat(view.Colours.SelectMany(colour => colour.Reads)).Distinct()],
                Where = conditions.Create(form, view.Definition.Where!, new(PublishedDatabase.Now)),
                Sort = [.. view.Sort.Select(order => new SortOrder(Runtime.Forms.FieldPath.Of(order.Field), order.Descending))],
            },
            Actor.System, Cancellation)).Rows;

        Assert.Equal(["A3 -贵", "A2 大贵", "A1 大-"], rows.Select(row => $"{row.Values[0]} {Colour(view.Colours[0], row)}{Colour(view.Colours[1], row)}"));

        string Colour(ViewRowColour colour, RecordRow row) => colour.Holds(row, new(PublishedDatabase.Now)) ? colour.Label.Chinese : "-";
    }
}
