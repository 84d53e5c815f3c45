using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Exporting;
using LowCodeErp.Runtime.Importing;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Auditing;

/// <summary>What people do is in the log, and what cannot be logged is not done.</summary>
public sealed class LoggedActionsTests
{
    private static readonly Actor _li = new(7, "李四", IsAdministrator: true);

    private static readonly FormBuilder[] _forms =
    [
        Form("salary").Text("name").Number("amount").Lines("bonus", line => line.Number("extra")).Sensitive(),
        Form("product").Text("name"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Publication_Stored_IsLoggedWithItsChanges(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, _forms);
        Assert.Equal("Version 1", (await ReadAsync(database))[0].Split('|')[1].Split(';')[0]);

        await database.PublishAsync(_forms[0], Form("product").Text("name").Text("colour"));
        await database.Publisher.PublishAsync(App.With(_forms[0]), _li, PublishOptions.None with { IsRehearsal = true }, Cancellation);

        Assert.Equal("Publication test|Version 2;Change 表单“product”：新增字段“colour”（文本）", Assert.Single((await ReadAsync(database)).Skip(1)).Replace("（test-text）", "（文本）", StringComparison.Ordinal));
    }

    [Theory]
    [EveryDatabase]
    public async Task Import_Stored_IsLoggedAndARehearsalIsNot(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, _forms);

        await ImportAsync(database, isRehearsal: true);
        await ImportAsync(database, isRehearsal: false);

        Assert.Equal(["Import test product|Rows 2;Created 2;Updated 0;Refused 0"], (await ReadAsync(database)).Skip(1));
    }

    [Theory]
    [EveryDatabase]
    public async Task Export_BrokenOff_IsLoggedBeforeTheFirstRowAndWithTheRowsThatLeft(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, _forms);
        await database.InsertAsync("product", ["笔"], ["灯"], ["纸"]);
        var exporter = new RecordExporter(database.Queries, database.Rights, database.Audit);
        var query = new RecordQuery(database.Form("product")) { Choices = "?sort=name" };

        await exporter.WriteAsync(query, new BreakingWriter(10), _li, CultureInfo.InvariantCulture, cancellationToken: Cancellation);
        await Assert.ThrowsAsync<IOException>(() => exporter.WriteAsync(query, new BreakingWriter(1), _li, CultureInfo.InvariantCulture, cancellationToken: Cancellation));

        Assert.Equal(
            ["Export test product|Query ?sort=name", "ExportEnded test product|Query ?sort=name;Rows 3", "Export test product|Query ?sort=name", "ExportEnded test product|Query ?sort=name;Rows 1"],
            (await ReadAsync(database)).Skip(1));
    }

    [Theory]
    [EveryDatabase]
    public async Task Reads_OfASensitiveForm_AreLoggedOnceInFiveMinutes(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, _forms);
        var (salary, product) = (await database.InsertAsync("salary", ["张三", 1m]), await database.InsertAsync("product", ["笔"]));
        var clock = new SetClock();
        var queries = new AuditedQueries(database.Queries, database.Audit, clock);
        var form = database.Form("salary");
        var page = new RecordQuery(form) { Choices = "?from.amount=1", Take = 20 };

        for (var turn = 0; turn < 3; turn++)
        {
            await queries.ReadPageAsync(page with { Skip = turn }, _li, Cancellation);
            await queries.FindAsync(form, salary, _li, Cancellation);
        }

        await queries.ReadLinesAsync(form["bonus"], salary, _li, Cancellation);
        await queries.ReadHistoryAsync(form, salary, _li, Cancellation);
        await queries.SuggestAsync(form, "张", 5, _li, cancellationToken: Cancellation);
        Assert.Equal(
            ["ListRead test salary|Query ?from.amount=1;Rows 1", $"RecordRead test salary {salary}|", $"HistoryRead test salary {salary}|", "ListRead test salary|Query ?q=%E5%BC%A0;Rows 1"],
            (await ReadAsync(database)).Skip(1));

        clock.Now += TimeSpan.FromMinutes(5);
        await queries.FindAsync(form, salary, _li, Cancellation);
        await queries.FindAsync(form, salary, new(8, "王芳", IsAdministrator: false), Cancellation);
        // What nobody sees, and what is not sensitive, is nobody's business.
        await queries.FindAsync(form, salary + 100, _li, Cancellation);
        await queries.ReadPageAsync(page with { Take = 0 }, new(9, "赵六", IsAdministrator: false), Cancellation);
        await queries.FindAsync(form, salary, Actor.System, Cancellation);
        await queries.FindAsync(database.Form("product"), product, _li, Cancellation);

        Assert.Equal(7, (await ReadAsync(database)).Count);
    }

    /// <summary>Also the one who asks while the first is waiting, and the next one.</summary>
    [Fact]
    public async Task Read_ThatCannotBeLogged_IsRefused()
    {
        await using var database = await PublishedDatabase.CreateAsync(DatabaseProvider.Sqlite, _forms);
        var salary = await database.InsertAsync("salary", ["张三", 1m]);
        var queries = new AuditedQueries(database.Queries, new BrokenLog(), TimeProvider.System);

        await Assert.ThrowsAsync<IOException>(() => queries.FindAsync(database.Form("salary"), salary, _li, Cancellation));
        await Assert.ThrowsAsync<IOException>(() => queries.FindAsync(database.Form("salary"), salary, _li, Cancellation));
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(PublishedDatabase database)
    {
        var items = await new AuditTrail(database.Database.Connections).ReadAsync(new(), 100, Cancellation);
        return [.. items.OrderBy(item => item.Id).Select(item =>
            $"{item.Kind} {item.App} {item.Form} {(item.RecordId == 0 ? "" : item.RecordId)}".TrimEnd() + "|" + string.Join(';', item.Facts.Select(fact => $"{fact.Detail} {fact.Value.Chinese}")))];
    }

    private static async Task ImportAsync(PublishedDatabase database, bool isRehearsal)
    {
        var diagnostics = new DiagnosticBag();
        using var content = new MemoryStream("name\n笔\n灯\n"u8.ToArray());
        using var reader = SpreadsheetReader.Open(content, "file.csv", new(), diagnostics)!;
        var plan = ImportPlan.Make(database.Form("product"), reader, new(), null, diagnostics)!;
        var result = await new Importer(database.Store, database.Pipeline, database.Rights, TimeProvider.System)
            .RunAsync(plan, reader, diagnostics, new(Actor.System, ChangeSource.Import, isRehearsal), cancellationToken: Cancellation);
        Assert.True(result.IsStored != isRehearsal, string.Join("; ", result.Errors));
    }

    private sealed class BreakingWriter(int rows) : ISheetWriter
    {
        private int _written;

        public Task WriteHeaderAsync(IReadOnlyList<string> names, CancellationToken cancellation = default) => Task.CompletedTask;

        public Task WriteRowAsync(IReadOnlyList<InputValue> cells, CancellationToken cancellation = default)
            => _written++ < rows ? Task.CompletedTask : throw new IOException("The connection is gone.");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class BrokenLog : IAuditLog
    {
        public Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken = default) => throw new IOException("The disk is full.");
    }
}
