using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.UI.Extending;

namespace LowCodeErp.Benchmarks;

/// <summary>Saves of generated forms through the whole pipeline, beside rows of the same width that the database copies, one statement a row.</summary>
internal static class FormSaveBenchmark
{
    private const int Saves = 200;
    private const int Changes = 100;
    private const int WarmUps = 20;

    /// <returns>The id of a record of the wide form.</returns>
    public static async Task<long> RunAsync(BenchmarkWorkspace workspace, ResultTable table)
    {
        await CreateYardstickAsync(workspace);
        await RunAsync(workspace, table, GeneratedForm.Usual, "p95 < 10 ms on SQLite");
        var wide = await RunAsync(workspace, table, GeneratedForm.Wide, "–");
        await RunChangeAsync(workspace, table, wide);
        return wide;
    }

    private static async Task<long> RunAsync(BenchmarkWorkspace workspace, ResultTable table, GeneratedForm form, string budget)
    {
        var id = 0L;
        var product = await MeasureAsync(Saves, async index => id = await SaveAsync(workspace, form, form.MakeRecord(index)));
        var yardstick = await MeasureAsync(Saves, _ => CopyAsync(workspace, form, id, form.Lines));
        var lines = form.Lines > 0 ? $" and {form.Lines} lines" : "";
        table.Add($"New record of {form.Fields} fields{lines}", workspace, $"{product}", $"its rows copied {yardstick}", product.P95 / yardstick.P95, budget);
        return id;
    }

    /// <summary>What a page does: every field and every line handed in, one value of one line another.</summary>
    private static async Task RunChangeAsync(BenchmarkWorkspace workspace, ResultTable table, long id)
    {
        var form = workspace.Form(GeneratedForm.Wide.Key);
        var (subTable, queries) = (form["line"], workspace.Get<IRecordQueries>());
        var times = new List<double>();
        for (var index = 0; index < Changes; index++)
        {
            var row = await queries.FindAsync(form, id, Actor.System);
            var lines = await queries.ReadLinesAsync(subTable, id, Actor.System);
            var draft = RecordDraft.From(row!, new Dictionary<string, IReadOnlyList<RecordRow>> { [subTable.Key] = lines });
            draft.LinesOf(subTable)[index % lines.Count].Set(subTable.Lines!["quantity"], InputValue.Of(2m + index));
            var input = draft.ToInput();
            times.Add(await Percentiles.TimeAsync(() => SaveAsync(workspace, GeneratedForm.Wide, input)));
        }

        var (product, yardstick) = (new Percentiles(times), await MeasureAsync(Changes, index => CopyAsync(workspace, GeneratedForm.Wide, id, lines: 1)));
        table.Add("The same, one value of one line changed", workspace, $"{product}", $"two of its rows copied {yardstick}", product.P95 / yardstick.P95, "–");
    }

    /// <summary>Into tables of their own, so that the product's stay as they are.</summary>
    private static async Task CopyAsync(BenchmarkWorkspace workspace, GeneratedForm form, long id, int lines)
    {
        await using var transaction = await workspace.Connections.BeginWriteAsync();
        await BenchmarkWorkspace.ExecuteAsync(transaction, $"INSERT INTO yard_{form.Key} SELECT * FROM {form.Key} WHERE id = {id}");
        for (var line = 0; line < lines; line++)
        {
            await BenchmarkWorkspace.ExecuteAsync(transaction, $"INSERT INTO yard_line SELECT * FROM {LinesOf(workspace)} WHERE {form.Key} = {id} LIMIT 1 OFFSET {line}");
        }

        await transaction.CommitAsync();
    }

    private static async Task CreateYardstickAsync(BenchmarkWorkspace workspace)
    {
        await using var transaction = await workspace.Connections.BeginWriteAsync();
        foreach (var form in new[] { GeneratedForm.Usual, GeneratedForm.Wide })
        {
            await BenchmarkWorkspace.ExecuteAsync(transaction, $"CREATE TABLE yard_{form.Key} AS SELECT * FROM {form.Key} WHERE 1 = 0");
        }

        await BenchmarkWorkspace.ExecuteAsync(transaction, $"CREATE TABLE yard_line AS SELECT * FROM {LinesOf(workspace)} WHERE 1 = 0");
        await transaction.CommitAsync();
    }

    private static string LinesOf(BenchmarkWorkspace workspace) => workspace.Form(GeneratedForm.Wide.Key)["line"].Lines!.Table;

    private static async Task<Percentiles> MeasureAsync(int times, Func<int, Task> work)
    {
        for (var index = 0; index < WarmUps; index++)
        {
            await work(times + index);
        }

        return await Percentiles.MeasureAsync(times, work);
    }

    private static async Task<long> SaveAsync(BenchmarkWorkspace workspace, GeneratedForm form, RecordInput input)
    {
        var result = await workspace.Get<SavePipeline>().SaveAsync(new(workspace.Form(form.Key), [input], Actor.System, ChangeSource.Page));
        return result is SaveResult.Saved saved ? saved.Records[0].Id : throw new InvalidOperationException($"Not saved: {result}");
    }
}
