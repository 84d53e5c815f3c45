using LowCodeErp.Core.Values;
using LowCodeErp.Data.Comments;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Comments;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Comments;

public sealed class RecordCommentsTests
{
    private static readonly Actor _li = new(7, "李销售", IsAdministrator: false);
    private static readonly Actor _admin = new(8, "王管理", IsAdministrator: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Comments_OfARecord_AreThoseOfTheirWriters(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Form("order").Text("number"));
        using var ids = new IdAllocator(database.Database.Connections);
        var comments = new RecordComments(database.Database.Connections, database.Queries, database.Rights, ids, TimeProvider.System);
        var form = database.Form("order");
        var (record, other) = (await SaveAsync(database, "A1"), await SaveAsync(database, "A2"));

        Assert.Null(await comments.AddAsync(form, record, " 催一下发货 ", [], _li, Cancellation));
        Assert.Null(await comments.AddAsync(form, record, "已经发了", [], _admin, Cancellation));
        Assert.Null(await comments.AddAsync(form, other, "别的", [], _li, Cancellation));
        var read = await comments.ReadAsync(form, record, _li, Cancellation);

        Assert.Equal([("李销售", "催一下发货"), ("王管理", "已经发了")], read.Select(comment => (comment.MemberName, comment.Text)));
        Assert.Equal("comment.not-yours", (await comments.ChangeAsync(read[0].Id, "改别人的", _admin, Cancellation))!.Code);
        Assert.Equal("comment.not-yours", (await comments.DeleteAsync(read[0].Id, _admin, Cancellation))!.Code);
        Assert.Null(await comments.ChangeAsync(read[0].Id, "不催了", _li, Cancellation));
        Assert.Null(await comments.DeleteAsync(read[1].Id, _admin, Cancellation));
        var left = Assert.Single(await comments.ReadAsync(form, record, _li, Cancellation));
        Assert.Equal(("不催了", true), (left.Text, left.ChangedAt is not null));
    }

    [Theory]
    [EveryDatabase]
    public async Task Comment_BlankTooLongOrOnADeletedRecord_IsRefused(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Form("order").Text("number"));
        using var ids = new IdAllocator(database.Database.Connections);
        var comments = new RecordComments(database.Database.Connections, database.Queries, database.Rights, ids, TimeProvider.System);
        var form = database.Form("order");
        var record = await SaveAsync(database, "A1");

        Assert.Equal("comment.blank", (await comments.AddAsync(form, record, " \n", [], _li, Cancellation))!.Code);
        Assert.Equal("comment.too-long", (await comments.AddAsync(form, record, new('字', RecordComment.MaximumLength + 1), [], _li, Cancellation))!.Code);
        Assert.Null(await comments.AddAsync(form, record, new('字', RecordComment.MaximumLength), [], _li, Cancellation));

        var request = new SaveRequest(form, [new RecordInput { Id = record }], Actor.System, ChangeSource.Command);
        Assert.IsType<SaveResult.Saved>(await database.Pipeline.DeleteAsync(request, Cancellation));
        Assert.Equal("comment.record-gone", (await comments.AddAsync(form, record, "晚了", [], _li, Cancellation))!.Code);
        Assert.IsType<SaveResult.Saved>(await database.Pipeline.PurgeAsync(request, Cancellation));
        Assert.Equal(0L, Convert.ToInt64(await database.QueryAsync("SELECT COUNT(*) FROM sys_comment"), null));
    }

    private static async Task<long> SaveAsync(PublishedDatabase database, string number)
    {
        var input = new RecordInput { Values = new Dictionary<string, InputValue> { ["number"] = InputValue.Of(number) } };
        var saved = await database.Pipeline.SaveAsync(new(database.Form("order"), [input], Actor.System, ChangeSource.Command), Cancellation);
        return Assert.IsType<SaveResult.Saved>(saved).Records.Single().Id;
    }
}
