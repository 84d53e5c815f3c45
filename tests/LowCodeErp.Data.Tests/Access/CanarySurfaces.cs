using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Runtime.Exporting;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets.Texts;
using LowCodeErp.Specifications.Access;

namespace LowCodeErp.Data.Tests.Access;

/// <summary>Every way on which a member can read something of records, as the text that comes out.</summary>
internal sealed class CanarySurfaces(CanaryWorkspace workspace, AccessDatabase database, long member)
{
    public const string Lists = "list";

    private static readonly CultureInfo _culture = CultureInfo.GetCultureInfo("zh-CN");
    private readonly Actor _actor = AccessDatabase.Member(member);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IRecordQueries Queries => database.Published.Queries;

    public async IAsyncEnumerable<(string Surface, string Text)> ReadAsync(IReadOnlyList<Canary> hidden)
    {
        foreach (var form in new[] { database.Form("customer"), database.Form("order") })
        {
            yield return (Lists, await ListAsync(new RecordQuery(form)));
            yield return ($"export of {form}", await ExportAsync(form));
            yield return ($"choices of {form}", string.Join(' ', (await Queries.SuggestAsync(form, "", 100, _actor, cancellationToken: Cancellation)).Select(found => $"{found.Title} {found.Code}")));
            foreach (var field in form.ReadableFields)
            {
                yield return ($"order by {field}", await ListAsync(new RecordQuery(form) { Sort = [new(FieldPath.Of(field))] }));
                if (RecordGrouping.Groups(field))
                {
                    yield return ($"groups by {field}", await GroupsAsync(form, field));
                }
            }
        }

        await foreach (var found in FiguresAsync(hidden))
        {
            yield return found;
        }

        foreach (var record in workspace.Records)
        {
            var form = database.Form(record.Form);
            yield return (Lists, await LinesAsync(form, record.Id));
            yield return ($"page of {record}", Text(await Queries.FindAsync(form, record.Id, _actor, Cancellation)));
            yield return ($"history of {record}", string.Join(' ', (await Queries.ReadHistoryAsync(form, record.Id, _actor, Cancellation)).Select(change => change.Changes)));
            yield return ($"stale save of {record}", await SaveAsync(new() { Id = record.Id, Version = 99, Values = Named("number", form.Title!.Key) }, form));
        }

        foreach (var canary in hidden)
        {
            await foreach (var found in AskForAsync(canary))
            {
                yield return found;
            }
        }
    }

    /// <summary>A figure of records some of which are hidden tells of these; and the records before and after one are those of the list.</summary>
    private async IAsyncEnumerable<(string Surface, string Text)> FiguresAsync(IReadOnlyList<Canary> hidden)
    {
        var form = database.Form("customer");
        var rows = (await Queries.ReadPageAsync(new(form), _actor, Cancellation)).Rows;
        for (var place = 0; place < rows.Count; place++)
        {
            var row = rows[place];
            var leftOut = hidden.FirstOrDefault(canary => canary.Record.Customer == row.Id && !workspace.Sees(member, canary.Record));
            var isFigureShown = row[form["turnover"]].Content is not null || row[form["half-turnover"]].Content is not null;
            yield return ($"rollup of {row.Id}", isFigureShown && leftOut is not null ? leftOut.Text : "");
            yield return ($"neighbours of {row.Id}", await ListAsync(new RecordQuery(form) { Skip = Math.Max(0, place - 1), Take = 3 }));
        }
    }

    /// <summary>Whoever knows a value, or guesses it, does not learn whether and where it stands.</summary>
    private async IAsyncEnumerable<(string Surface, string Text)> AskForAsync(Canary canary)
    {
        var form = database.Form(canary.Record.Form);
        yield return ($"search for {canary}", Betray(canary, await Queries.ReadPageAsync(new(form) { Search = canary.Text }, _actor, Cancellation)));
        if (form.Find(canary.Field) is { } field)
        {
            yield return ($"filter by {canary}", Betray(canary, await Queries.ReadPageAsync(new(form) { Where = new Condition.Contains(FieldPath.Of(field), canary.Text) }, _actor, Cancellation)));
            yield return ($"narrowing down {canary}", Single(canary, await Queries.ReadPageAsync(new(form) { Where = new Condition.Compare(FieldPath.Of(field), ComparisonOperator.GreaterOrEqual, Value.Of("c")) }, _actor, Cancellation)));
            yield return ($"presence of {canary}", Single(canary, await Queries.ReadPageAsync(new(form) { Where = new Condition.IsNotBlank(FieldPath.Of(field)) }, _actor, Cancellation)));
            var where = new FormulaConditions(database.Published.Workspace, SqlProviders.Sqlite | SqlProviders.PostgreSql)
                .Create(form, $"[{field.Key}] = \"{canary.Text}\"", (await database.Published.Rights.OfAsync(_actor, Cancellation)).Evaluation);
            yield return ($"formula about {canary}", Betray(canary, await Queries.ReadPageAsync(new(form) { Where = where }, _actor, Cancellation)));
        }

        if (canary.Field == "tag")
        {
            // That a value is taken is what uniqueness says; by whom, it says to those alone who see him.
            yield return ($"taking {canary}", (await SaveAsync(new() { Values = Named(canary.Text, "tag") }, form)).Replace(canary.Text, "", StringComparison.Ordinal));
        }

        if (canary.Record.Form == "customer")
        {
            var orders = database.Form("order");
            var path = FieldPath.Find(orders, $"customer.{canary.Field}")!;
            yield return ($"orders by {canary}", Betray(canary, await Queries.ReadPageAsync(new(orders) { Where = new Condition.Contains(path, canary.Text) }, _actor, Cancellation)));
        }
    }

    /// <summary>A hit says as much as the value.</summary>
    private static string Betray(Canary canary, RecordPage page) => page.TotalCount == 0 ? "" : canary.Text;

    /// <summary>So does a hit of a condition that is met by the value, whatever else it is met by.</summary>
    private static string Single(Canary canary, RecordPage page) => page.Rows.All(row => row.Id != canary.Record.Id) ? "" : canary.Text;

    private async Task<string> ListAsync(RecordQuery query)
        => string.Join('\n', (await Queries.ReadPageAsync(query, _actor, Cancellation)).Rows.Select(Text));

    private async Task<string> LinesAsync(FormModel form, long id)
    {
        var lines = new List<RecordRow>();
        foreach (var subTable in form.SubTables)
        {
            lines.AddRange(await Queries.ReadLinesAsync(subTable, id, _actor, Cancellation));
        }

        return string.Join('\n', lines.Select(Text));
    }

    private async Task<string> GroupsAsync(FormModel form, FieldModel by)
        => string.Join('\n', (await Queries.ReadGroupsAsync(new(form), new(by, [], 100), _actor, Cancellation)).Groups.Select(group => $"{group.Key.Content} {group.Title}"));

    private async Task<string> ExportAsync(FormModel form)
    {
        using var output = new MemoryStream();
        await using (var writer = new CsvSheetWriter(output))
        {
            await new RecordExporter(Queries, database.Published.Rights, database.Published.Audit).WriteAsync(new(form), writer, _actor, _culture, cancellationToken: Cancellation);
        }

        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }

    private async Task<string> SaveAsync(RecordInput input, FormModel form)
        => await database.Published.Pipeline.SaveAsync(new(form, [input], _actor, ChangeSource.Page), Cancellation) switch
        {
            SaveResult.Conflict conflict => $"{conflict.Change.ChangedBy} {string.Join(' ', conflict.Change.Fields)}",
            SaveResult.Invalid invalid => string.Join('\n', invalid.Problems.Select(problem => problem.Diagnostic.Message.ToString())),
            _ => "",
        };

    private static Dictionary<string, InputValue> Named(string text, string key) => new() { [key] = InputValue.Of(text) };

    private static string Text(RecordRow? row)
        => row is null ? "" : string.Join(' ', row.Form.ReadableFields.Select(field => $"{row[field].Content} {row.TextOf(field, _culture)} {row.TitleOf(field)} {string.Join(' ', row.TitlesOf(field) ?? [])}"));
}
