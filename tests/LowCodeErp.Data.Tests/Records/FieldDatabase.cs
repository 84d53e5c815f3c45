using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Health;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Exporting;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Importing;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Runtime.Spreadsheets.Texts;
using LowCodeErp.Specifications.Apps;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>A form of the product's own field types on a real database, and every door to its records in few words.</summary>
internal sealed class FieldDatabase(PublishedDatabase database) : IAsyncDisposable
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    public PublishedDatabase Published => database;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<FieldDatabase> CreateAsync(DatabaseProvider provider, params FormBuilder[] forms)
        => new(await PublishedDatabase.CreateAsync(provider, BuiltInFields.Catalog, forms));

    public FormModel Form(string key) => database.Form(key);

    public async Task AddMemberAsync(long id, string userName, string displayName)
    {
        await using var platform = database.OpenPlatform();
        platform.Users.Add(new Member { Id = id, UserName = userName, NormalizedUserName = userName.ToUpperInvariant(), DisplayName = displayName, IsActive = true });
        await platform.SaveChangesAsync(Cancellation);
    }

    /// <summary>By their paths; those above them come with them.</summary>
    public async Task AddDepartmentsAsync(params string[] paths)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes("部门\n" + string.Join('\n', paths)));
        var diagnostics = new DiagnosticBag();
        await database.Departments.ChangeAsync(tree => DepartmentFile.Import(tree, content, "departments.csv", diagnostics), Actor.System, Cancellation);
        Assert.Empty(diagnostics.Items);
    }

    public Task<DepartmentTree> ReadDepartmentsAsync() => database.Departments.ReadAsync(Cancellation);

    public Task<long> AddAsync(string form, params (string Key, InputValue Value)[] values) => SaveAsync(form, NewInput(values));

    public Task<long> ChangeAsync(string form, long id, params (string Key, InputValue Value)[] values) => SaveAsync(form, NewInput(values) with { Id = id });

    /// <summary>What is wrong, in a line a problem; fails when nothing is.</summary>
    public async Task<string> RefuseAsync(string form, params (string Key, InputValue Value)[] values)
        => Describe(await database.Pipeline.SaveAsync(Request(form, NewInput(values)), Cancellation));

    public async Task<string> DeleteAsync(string form, long id)
        => await database.Pipeline.DeleteAsync(Request(form, new RecordInput { Id = id }), Cancellation) is SaveResult.Invalid invalid ? Describe(invalid) : "";

    public async Task<RecordRow> ReadAsync(string form, long id)
        => (await database.Queries.FindAsync(Form(form), id, Actor.System, Cancellation))!;

    /// <summary>The only record whose field has the text.</summary>
    public async Task<RecordRow> FindRowAsync(string form, string field, string text)
    {
        var query = new RecordQuery(Form(form)) { Where = new Condition.Compare(Path(form, field), ComparisonOperator.Equal, Value.Of(text)) };
        return Assert.Single((await database.Queries.ReadPageAsync(query, Actor.System, Cancellation)).Rows);
    }

    /// <summary>The titles of the records that are found, in their order.</summary>
    public async Task<string> FindAsync(string form, Condition? condition = null, string? search = null, params IReadOnlyList<SortOrder> sort)
    {
        var model = Form(form);
        var query = new RecordQuery(model) { Where = condition, Search = search, Sort = sort.Count > 0 ? sort : [new(Path(form, model.Title!.Key))] };
        var page = await database.Queries.ReadPageAsync(query, Actor.System, Cancellation);
        return string.Join(' ', page.Rows.Select(row => row[model.Title!].AsText()));
    }

    public FieldPath Path(string form, string path) => FieldPath.Find(Form(form), path)!;

    public async Task<string> ExportAsync(string form)
    {
        using var output = new MemoryStream();
        await using (var writer = new CsvSheetWriter(output))
        {
            await new RecordExporter(database.Queries, database.Rights, database.Audit).WriteAsync(new(Form(form)), writer, Actor.System, Chinese, cancellationToken: Cancellation);
        }

        return System.Text.Encoding.UTF8.GetString(output.ToArray()).TrimStart('\ufeff').ReplaceLineEndings("\n");
    }

    /// <summary>What is wrong with the file; blank when it was stored.</summary>
    public async Task<string> ImportAsync(string formKey, string csv, string? key = null)
        => string.Join("; ", (await RunImportAsync(formKey, csv, key)).Errors.Select(error => $"{error.Row} {error.Diagnostic.Code} {error.Diagnostic.Path}"));

    public async Task<ImportResult> RunImportAsync(string formKey, string csv, string? key = null, bool skipErrors = false, IProgress<ImportProgress>? progress = null)
    {
        var form = Form(formKey);
        var diagnostics = new DiagnosticBag();
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv));
        using var reader = SpreadsheetReader.Open(content, "file.csv", new(), diagnostics)!;
        var plan = ImportPlan.Make(form, reader, new(), key is null ? null : form[key], diagnostics);
        Assert.True(plan is not null, string.Join("; ", diagnostics.Items));
        return await new Importer(database.Store, database.Pipeline, database.Rights, TimeProvider.System)
            .RunAsync(plan, reader, diagnostics, new(Actor.System, ChangeSource.Import, SkipErrors: skipErrors), progress, Cancellation);
    }

    public async Task<string> HistoryAsync(string form, long id)
        => (await database.Queries.ReadHistoryAsync(Form(form), id, Actor.System, Cancellation))[0].Changes;

    public async Task<string> ExamineAsync()
    {
        var findings = await new Doctor(database.Database.Connections, database.Workspace).ExamineAsync(Cancellation);
        return string.Join(", ", findings.Select(finding => $"{finding.Code} {finding.Path}"));
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private async Task<long> SaveAsync(string form, RecordInput input)
    {
        var result = await database.Pipeline.SaveAsync(Request(form, input), Cancellation);
        return result is SaveResult.Saved saved ? saved.Records.Single().Id : throw new InvalidOperationException(Describe(result));
    }

    private static string Describe(SaveResult result)
        => string.Join("; ", Assert.IsType<SaveResult.Invalid>(result).Problems.Select(problem => $"{problem.Diagnostic.Code} {problem.Diagnostic.Path}"));

    private SaveRequest Request(string form, RecordInput input) => new(Form(form), [input], Actor.System, ChangeSource.Command);

    private static RecordInput NewInput((string Key, InputValue Value)[] values) => new() { Values = values.ToDictionary(value => value.Key, value => value.Value) };
}
