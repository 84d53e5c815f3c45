using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Publishing;

public sealed class RemovalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Remove_FieldInUse_IsRefusedWithItsUses()
    {
        await using var database = await PublishedDatabase.CreateAsync(
            DatabaseProvider.Sqlite, Form("order").Text("number").Number("price").Number("total").Formula("[price] * 2").FormValid("[price] > 0", "须为正数"));

        var result = await database.TryPublishAsync(Form("order").Text("number").Number("total").Formula("[price] * 2").FormValid("[price] > 0", "须为正数"));

        Assert.Null(result.Version);
        Assert.Equal(
            "表单“order”的字段“price”仍被使用，不能删除：“order”的字段“total”的公式、“order”的校验“须为正数”。请先改掉这些地方。",
            result.Diagnostics.First(diagnostic => diagnostic.Code == "publish.field-in-use").Message.Chinese);
        Assert.Contains("表单“order”：删除字段“price”（test-number）", result.Changes.Select(change => change.Text.Chinese));
    }

    [Fact]
    public async Task Remove_FieldTogetherWithWhatUsesIt_IsPublished()
    {
        await using var database = await PublishedDatabase.CreateAsync(
            DatabaseProvider.Sqlite, Form("order").Text("number").Number("price").Number("total").Formula("[price] * 2"));

        await database.PublishAsync(Form("order").Text("number"));

        Assert.Equal(["number"], database.Form("order").Fields.Select(field => field.Key));
    }

    [Fact]
    public async Task Change_FieldThatOthersUse_TellsWhereAndHowManyValuesAreConcerned()
    {
        await using var database = await PublishedDatabase.CreateAsync(
            DatabaseProvider.Sqlite, Form("order").Text("number").Text("remark").Number("price").Number("total").Formula("[price] * 2"));
        var first = await database.InsertAsync("order", ["A1", "急", 1m, 2m], ["A2", null, 3m, 6m]);

        var result = await database.Publisher.PublishAsync(
            App.With(Form("order").Text("number").Number("price", scale: 4).Number("total").Formula("[price] * 3")), Actor.System, new() { IsRehearsal = true }, Cancellation);

        Assert.Equal(
            [
                "表单“order”的字段“price”用于：“order”的字段“total”的公式",
                "表单“order”的字段“remark”的 1 个值不再显示，但会保留，可以恢复。",
                "按公式重新计算 2 条数据。",
            ],
            result.Impact.Select(sentence => sentence.Chinese));
        Assert.Equal(1, database.Workspace.Current.Version);
        Assert.Equal(["A1", "急", 1m, 2m], (await database.FindAsync("order", first))!.Values);
    }

    [Fact]
    public async Task Remove_FormThatOthersReferTo_IsRefusedWithItsUses()
    {
        await using var database = await PublishedDatabase.CreateAsync(
            DatabaseProvider.Sqlite, Form("customer").Text("name"), Form("order").Text("number").Reference("customer", "customer"));

        var result = await database.TryPublishAsync(Form("order").Text("number").Reference("customer", "customer"));

        Assert.Equal(
            "表单“customer”仍被使用，不能删除：“order”的字段“customer”。请先改掉这些地方。",
            result.Diagnostics.First(diagnostic => diagnostic.Code == "publish.form-in-use").Message.Chinese);
    }

    [Theory]
    [EveryDatabase]
    public async Task Purge_FormWithLines_GoesWithWhatReferredToIt(DatabaseProvider provider)
    {
        FormBuilder[] with = [Form("customer").Text("name"), Form("order").Text("number").Reference("customer", "customer").Reference("before", "order").Lines("line", line => line.Number("quantity"))];
        await using var database = await PublishedDatabase.CreateAsync(provider, with);
        var customer = await database.InsertAsync("customer", ["Acme"]);
        var order = await database.InsertAsync("order", ["A1", customer, null, null]);
        await database.InsertAsync("order", ["A2", customer, order, null]);
        await database.InsertAsync("order-line", [order, 1m]);
        await database.PublishAsync(Form("customer").Text("name"));

        Assert.Equal("order@2: 2, order-line@2: 1", string.Join(", ", (await database.Kept.ListAsync(Cancellation)).Select(kept => $"{kept.Name}: {kept.Count}")));
        Assert.Equal("publish.kept-in-use", Assert.Single(await database.Kept.PurgeAsync(["order@2"], Actor.System, Cancellation)).Code);
        Assert.Equal("publish.not-allowed", Assert.Single(await database.Kept.PurgeAsync(["order@2"], new(7, "Li", IsAdministrator: false), Cancellation)).Code);
        Assert.Empty(await database.Kept.PurgeAsync(["order@2", "order-line@2"], Actor.System, Cancellation));

        Assert.Empty(await database.Kept.ListAsync(Cancellation));
        await database.PublishAsync(with);
        Assert.Null(await database.FindAsync("order", order));
        await database.InsertAsync("order", ["A3", customer, null, null]);
    }

    [Theory]
    [EveryDatabase]
    public async Task Restore_EnteredFieldThatWasComputedMeanwhile_BringsBackWhatWasEntered(DatabaseProvider provider)
    {
        FormBuilder entered = Form("order").Text("number").Number("price").Number("total");
        await using var database = await PublishedDatabase.CreateAsync(provider, entered);
        var first = await database.InsertAsync("order", ["A1", 10m, 7m]);
        await database.PublishAsync(Form("order").Text("number").Number("price").Number("total").Formula("[price] * 2"));
        Assert.Equal(["A1", 10m, 20m], (await database.FindAsync("order", first))!.Values);
        var second = await database.InsertAsync("order", ["A2", 5m, 10m]);

        var result = await database.Publisher.PublishAsync(App.With(entered), Actor.System, new() { RestoredVersion = 1 }, Cancellation);

        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        Assert.Equal(["A1", 10m, 7m], (await database.FindAsync("order", first))!.Values);
        Assert.Equal(["A2", 5m, 10m], (await database.FindAsync("order", second))!.Values);
    }
}
