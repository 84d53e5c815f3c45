using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.Specifications.Files;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Files.FileDatabase;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Files;

/// <summary>Files come to records, and leave them, with the save and no other way.</summary>
public sealed class RecordFilesTests
{
    private static readonly FormBuilder[] _forms =
    [
        Form("order").Field("number", "text").Field("files", "attachment", new { maximum = 2 }).Field("count", "number", new { maximum = 5, decimals = 0 }).Field("photos", "image")
            .Lines("line", line => line.Field("name", "text").Field("proof", "attachment"), "sub-table"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore]
    public async Task File_SavedWithARecord_IsReadByWhoeverReadsTheRecord(DatabaseProvider provider, bool isOnDisk)
    {
        await using var database = await CreateAsync(provider, isOnDisk, _forms);
        var (first, second) = (await database.AddAsync("合同.pdf", FileSamples.Pdf), await database.AddAsync("明细.csv", "数量\n3\n"u8.ToArray()));

        var order = await database.SaveAsync("order", null, "files", second, first);

        var row = await database.Records.ReadAsync("order", order);
        Assert.Equal(["明细.csv", "合同.pdf"], row.TitlesOf(row.Form["files"]));
        Assert.Equal(FileSamples.Pdf, await database.ReadAsync(first, Wang));
        Assert.Equal($"{{\"files\":[null,[{second},{first}]]}}", await database.Records.HistoryAsync("order", order));
        Assert.Contains("明细.csv、合同.pdf", await database.Records.ExportAsync("order"), StringComparison.Ordinal);
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task File_OfSomebodyElseOrAnotherRecord_IsRefusedWhoeverKnowsItsId(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, isOnDisk: false, _forms);
        var (pending, held) = (await database.AddAsync("a.pdf", FileSamples.Pdf, Wang), await database.AddAsync("b.pdf", FileSamples.Pdf));
        var photo = await database.AddAsync("c.png", FileSamples.Png());
        var other = await database.SaveAsync("order", null, "files", held);
        var shown = await database.SaveAsync("order", null, "photos", photo);

        foreach (var id in new[] { pending, held, photo, 999L })
        {
            Assert.Equal("file.gone files", Describe(await database.SaveAsync("order", Li, new() { Values = Values("files", id) })));
        }

        Assert.Equal("file.gone files", Describe(await database.SaveAsync("order", Li, new() { Id = shown, Values = Values("files", photo) })));
        Assert.Null(await database.ReadAsync(pending));
        Assert.Equal(other, await database.SaveAsync("order", other, "files", held));
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task File_OfASaveThatIsRefusedOrRolledBack_StaysPending(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, isOnDisk: false, _forms);
        var file = await database.AddAsync("a.pdf", FileSamples.Pdf);
        var values = Values("files", file);
        values["count"] = InputValue.Of(9m);

        Assert.Equal("field.number.too-large count", Describe(await database.SaveAsync("order", Li, new() { Values = values })));
        await using (var transaction = await database.Published.BeginAsync())
        {
            var request = new SaveRequest(database.Records.Form("order"), [new() { Values = Values("files", file) }], Li, ChangeSource.Page);
            Assert.IsType<SaveResult.Saved>(await database.Published.Pipeline.SaveAsync(request, transaction, Cancellation));
        }

        Assert.Null(await database.ReadAsync(file, Wang));
        Assert.Equal(1, await database.CountAsync("sys_file WHERE record_id IS NULL"));
        await database.SaveAsync("order", null, "files", file);
        Assert.NotNull(await database.ReadAsync(file, Wang));
    }

    [Theory]
    [EveryDatabase]
    public async Task File_SavedTwiceAtTheSameTime_GoesToOneRecord(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, isOnDisk: false, _forms);
        for (var round = 0; round < 5; round++)
        {
            var file = await database.AddAsync("a.pdf", FileSamples.Pdf);
            var saves = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.SaveAsync("order", Li, new() { Values = Values("files", file) }))));

            Assert.Single(saves.OfType<SaveResult.Saved>());
            Assert.All(saves.OfType<SaveResult.Invalid>(), refused => Assert.Equal("file.gone files", Describe(refused)));
        }

        var twice = await database.AddAsync("a.pdf", FileSamples.Pdf);
        var both = Values("files", twice);
        both["photos"] = both["files"];
        Assert.Contains("file.", Describe(await database.SaveAsync("order", Li, new() { Values = both })), StringComparison.Ordinal);
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task File_ThatTheFieldDoesNotTake_IsRefusedAgainWhenItIsSaved(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, isOnDisk: false, _forms);
        var pdf = await database.AddAsync("a.pdf", FileSamples.Pdf);
        var (one, two) = (await database.AddAsync("b.pdf", FileSamples.Pdf), await database.AddAsync("c.pdf", FileSamples.Pdf));

        Assert.Equal("file.no-image photos", Describe(await database.SaveAsync("order", Li, new() { Values = Values("photos", pdf) })));
        Assert.Equal("field.list.too-many files", Describe(await database.SaveAsync("order", Li, new() { Values = Values("files", pdf, one, two) })));
        var text = new Dictionary<string, InputValue> { ["files"] = InputValue.Of("a.pdf") };
        Assert.Equal("file.from-text files", Describe(await database.SaveAsync("order", Li, new() { Values = text })));
    }

    [Theory]
    [EveryDatabase]
    public async Task Files_OfLines_BelongToTheLine(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, isOnDisk: false, _forms);
        var file = await database.AddAsync("a.pdf", FileSamples.Pdf);
        var line = new RecordInput { Values = Values("proof", file) };

        Assert.IsType<SaveResult.Saved>(await database.SaveAsync("order", Li, new() { Lines = new Dictionary<string, IReadOnlyList<RecordInput>> { ["line"] = [line] } }));
        Assert.NotNull(await database.ReadAsync(file, Wang));
        Assert.Equal("order-line", await database.Published.QueryAsync("SELECT form FROM sys_file"));
        var again = await database.SaveAsync("order", Li, new() { Lines = new Dictionary<string, IReadOnlyList<RecordInput>> { ["line"] = [line] } });
        Assert.Equal("file.gone line[0].proof", Describe(again));
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryStore]
    public async Task File_TakenOutOfARecord_CanBePutBackForADayThenOnlyItsNameIsLeft(DatabaseProvider provider, bool isOnDisk)
    {
        await using var database = await CreateAsync(provider, isOnDisk, _forms);
        var file = await database.AddAsync("合同.pdf", FileSamples.Pdf);
        var order = await database.SaveAsync("order", null, "files", file);

        await database.SaveAsync("order", order, "files");
        Assert.Null(await database.ReadAsync(file));
        Assert.Equal(0, await database.SweepAsync());
        await database.SaveAsync("order", order, "files", file);
        Assert.NotNull(await database.ReadAsync(file));
        await database.SaveAsync("order", order, "files");
        database.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(1, await database.SweepAsync());

        Assert.Equal(0, await database.CountContentsAsync());
        Assert.Equal("合同.pdf", (await database.Store.FindNamesAsync([file], Cancellation))[file]);
        Assert.Equal("file.gone files", Describe(await database.SaveAsync("order", Li, new() { Id = order, Values = Values("files", file) })));
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryStore]
    public async Task Files_OfARecordInTheTrash_StayUntilItIsPurged(DatabaseProvider provider, bool isOnDisk)
    {
        await using var database = await CreateAsync(provider, isOnDisk, _forms);
        var (file, photo) = (await database.AddAsync("合同.pdf", FileSamples.Pdf), await database.AddAsync("a.png", FileSamples.Png()));
        var values = Values("files", file);
        values["photos"] = Values("photos", photo)["photos"];
        var order = Assert.IsType<SaveResult.Saved>(await database.SaveAsync("order", Li, new() { Values = values })).Records[0].Id;
        var request = new SaveRequest(database.Records.Form("order"), [new RecordInput { Id = order }], Wang, ChangeSource.Page);

        Assert.IsType<SaveResult.Saved>(await database.Published.Pipeline.DeleteAsync(request, Cancellation));
        database.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await database.SweepAsync());
        Assert.NotNull(await database.ReadAsync(file, Wang));
        Assert.IsType<SaveResult.Saved>(await database.Published.Pipeline.RestoreAsync(request, Cancellation));
        Assert.NotNull(await database.ReadAsync(file));
        Assert.IsType<SaveResult.Saved>(await database.Published.Pipeline.DeleteAsync(request, Cancellation));
        Assert.IsType<SaveResult.Saved>(await database.Published.Pipeline.PurgeAsync(request, Cancellation));
        Assert.Null(await database.ReadAsync(file, Wang));
        Assert.Equal(2, await database.SweepAsync());

        Assert.Equal((0, 0), (await database.CountAsync("sys_file"), await database.CountContentsAsync()));
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryStore]
    public async Task PendingFiles_AfterADay_GoUnlessADraftMayNeedThem(DatabaseProvider provider, bool isOnDisk)
    {
        await using var database = await CreateAsync(provider, isOnDisk, _forms);
        Assert.Null(await database.Published.Database.OpenKeysAsync());
        var drafts = new LowCodeErp.Data.Drafts.DraftStore(database.Published.Database.Connections, database.Clock);
        await database.AddAsync("a.pdf", FileSamples.Pdf, Wang);
        var file = await database.AddAsync("b.pdf", FileSamples.Pdf);
        var key = new Runtime.Drafts.DraftKey(Li.MemberId!.Value, "order", null);
        await drafts.KeepAsync(key, "a", "{}", Cancellation);

        Assert.Equal(0, await database.SweepAsync());
        database.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(1, await database.SweepAsync());
        Assert.NotNull(await database.ReadAsync(file));
        await drafts.DropAsync(key, "a", Cancellation);
        Assert.Equal(1, await database.SweepAsync());

        Assert.Equal((0, 0), (await database.CountAsync("sys_file"), await database.CountContentsAsync()));
    }

    [Theory]
    [EveryStore]
    public async Task Copies_ShareTheirContentsUntilTheLastIsGone(DatabaseProvider provider, bool isOnDisk)
    {
        await using var database = await CreateAsync(provider, isOnDisk, _forms);
        var file = await database.AddAsync("合同.pdf", FileSamples.Pdf);
        var order = await database.SaveAsync("order", null, "files", file);

        var copy = (await database.Store.CopyAsync([file, 999], Wang, Cancellation)).Single();
        Assert.Equal((file, "合同.pdf"), (copy.Key, copy.Value.Name));
        Assert.Null(await database.ReadAsync(copy.Value.Id));
        var copied = Assert.IsType<SaveResult.Saved>(await database.SaveAsync("order", Wang, new() { Values = Values("files", copy.Value.Id) })).Records[0].Id;
        Assert.Equal(1, await database.CountContentsAsync());
        await database.SaveAsync("order", order, "files");
        database.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(1, await database.SweepAsync());

        Assert.Equal(FileSamples.Pdf, await database.ReadAsync(copy.Value.Id));
        Assert.Equal("", await database.ExamineAsync());
        await database.SaveAsync("order", copied, "files");
        database.Clock.Advance(TimeSpan.FromHours(50));
        Assert.Equal(1, await database.SweepAsync());
        Assert.Equal(0, await database.CountContentsAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Files_OfAComment_AreReadWithTheRecordAndGoWithTheComment(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, isOnDisk: false, _forms);
        using var ids = new LowCodeErp.Data.Numbering.IdAllocator(database.Published.Database.Connections);
        var comments = new LowCodeErp.Data.Comments.RecordComments(database.Published.Database.Connections, database.Published.Queries, ids, database.Clock);
        var (form, order) = (database.Records.Form("order"), await database.SaveAsync("order", null, "files"));
        var (own, other) = (await database.AddAsync("a.pdf", FileSamples.Pdf), await database.AddAsync("b.pdf", FileSamples.Pdf, Wang));

        Assert.Equal("comment.file-gone", (await comments.AddAsync(form, order, "看附件", [own, other], Li, Cancellation))!.Code);
        Assert.Empty(await comments.ReadAsync(form, order, Li, Cancellation));
        Assert.Null(await database.ReadAsync(own, Wang));
        Assert.Null(await comments.AddAsync(form, order, "", [own], Li, Cancellation));
        var comment = Assert.Single(await comments.ReadAsync(form, order, Wang, Cancellation));
        Assert.Equal("a.pdf", Assert.Single(comment.Files).Name);
        Assert.NotNull(await database.ReadAsync(own, Wang));
        Assert.Equal("file.gone files", Describe(await database.SaveAsync("order", Li, new() { Values = Values("files", own) })));
        Assert.Null(await comments.DeleteAsync(comment.Id, Li, Cancellation));
        Assert.Null(await database.ReadAsync(own));
        Assert.Equal(1, await database.SweepAsync());

        Assert.Equal((1, 1), (await database.CountAsync("sys_file"), await database.CountContentsAsync()));
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryStore]
    public async Task Examine_ContentsOrHoldersThatAreWrong_FindsThem(DatabaseProvider provider, bool isOnDisk)
    {
        await using var database = await CreateAsync(provider, isOnDisk, _forms);
        var (file, other) = (await database.AddAsync("a.pdf", FileSamples.Pdf), await database.AddAsync("b.pdf", FileSamples.Pdf));
        await database.SaveAsync("order", null, "files", file);
        var order = await database.SaveAsync("order", null, "files", other);
        Assert.Equal("", await database.ExamineAsync());

        await database.Published.ExecuteAsync($"UPDATE sys_file SET record_id = {order} WHERE id = {file}");
        Assert.Equal("health.file-holder order.files, health.file-unheld order.files", await database.ExamineAsync());
        await database.Published.ExecuteAsync("UPDATE sys_file SET record_id = NULL, form = NULL, field = NULL, created_by = NULL");
        await database.Published.ExecuteAsync("DELETE FROM sys_file");
        Assert.Equal("health.reference order.files", await database.ExamineAsync());
    }

    [Theory]
    [EveryStore]
    public async Task Examine_LostContents_FindsThem(DatabaseProvider provider, bool isOnDisk)
    {
        await using var database = await CreateAsync(provider, isOnDisk, _forms);
        await database.SaveAsync("order", null, "files", await database.AddAsync("a.pdf", FileSamples.Pdf));

        if (isOnDisk)
        {
            await File.WriteAllTextAsync(Directory.GetFiles(database.Folder, "*", SearchOption.AllDirectories).Single(), "cut", Cancellation);
        }
        else
        {
            await database.Published.ExecuteAsync("DELETE FROM sys_file_chunk");
        }

        Assert.Equal("health.file-contents sys_file", await database.ExamineAsync());
    }
}
