using LowCodeErp.Core.Values;
using LowCodeErp.Data.Drafts;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Files;
using LowCodeErp.Data.Views;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Drafts;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.Specifications.Files;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Access.AccessDatabase;

namespace LowCodeErp.Data.Tests.Access;

/// <summary>What an auditor keeps for himself, and what he began before he became one, changes nothing that others see (R110).</summary>
public sealed class AuditorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Files_OfRecords_AreReadAndNeitherAddedNorTakenAway(DatabaseProvider provider)
    {
        await using var database = await FileDatabase.CreateAsync(provider, isOnDisk: false, FormBuilder.Form("order").Field("number", "text").Field("files", "attachment"));
        var (held, begun) = (await database.AddAsync("a.pdf", FileSamples.Pdf, FileDatabase.Wang), await database.AddAsync("b.csv", "数量\n3\n"u8.ToArray()));
        var input = new RecordInput { Values = FileDatabase.Values("files", held) };
        var order = Assert.IsType<SaveResult.Saved>(await database.SaveAsync("order", FileDatabase.Wang, input)).Records[0].Id;
        Assert.Empty(await database.Published.Rights.AssignAsync(new() { App = "", Role = RoleAssignment.Auditor, MemberId = FileDatabase.Li.MemberId }, Actor.System, Cancellation));

        Assert.Equal(FileSamples.Pdf, await database.ReadAsync(held));
        Assert.StartsWith("access.refused", FileDatabase.Describe(await database.SaveAsync("order", FileDatabase.Li, new() { Id = order, Values = FileDatabase.Values("files", held, begun) })), StringComparison.Ordinal);
        Assert.StartsWith("access.refused", FileDatabase.Describe(await database.SaveAsync("order", FileDatabase.Li, new() { Id = order, Values = FileDatabase.Values("files") })), StringComparison.Ordinal);
        Assert.StartsWith("access.refused-form", FileDatabase.Describe(await database.SaveAsync("order", FileDatabase.Li, new() { Values = FileDatabase.Values("files", begun) })), StringComparison.Ordinal);
        Assert.Null(await database.ReadAsync(begun, FileDatabase.Wang));
        var row = await database.Records.ReadAsync("order", order);
        Assert.Equal(["a.pdf"], row.TitlesOf(row.Form["files"]));
    }

    /// <summary>What he had entered before he became one is his, and is not stored by the way.</summary>
    [Theory]
    [EveryDatabase]
    public async Task DraftsAndViews_OfAnAuditor_AreHisOwnAndChangeNothingElse(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var customer = await database.AddCustomerAsync("A", Bob);
        var connections = database.Published.Database.Connections;
        Assert.Null(await database.Published.Database.OpenKeysAsync());
        var (drafts, views) = (new DraftStore(connections, TimeProvider.System), new PersonalViewStore(connections));
        var key = new DraftKey(Ann, "customer", customer);
        await drafts.KeepAsync(key, "w", """{"name":"B"}""", Cancellation);
        Assert.Empty(await database.Published.Rights.AssignAsync(new() { App = "", Role = RoleAssignment.Auditor, MemberId = Ann }, Actor.System, Cancellation));

        await views.ChangeAsync(Ann, "customer", own => own with { Chosen = "my.east", Views = [new() { Key = "east", Label = new("华东"), Where = "[region] = \"east\"" }] }, Cancellation);

        Assert.Equal("my.east", (await views.FindAsync(Ann, "customer", Cancellation)).Chosen);
        Assert.Empty((await views.FindAsync(Bob, "customer", Cancellation)).Views);
        Assert.Empty(database.Form("customer").Views);
        Assert.Single(await drafts.ListAsync(key, Cancellation));
        Assert.Equal("access.refused", Problems(await database.SaveAsync("customer", customer, Member(Ann), ("name", InputValue.Of("B")))));
        var row = (await database.FindAsync("customer", customer, Bob))!;
        Assert.Equal((1, "A"), (row.Version, row[database.Form("customer")["name"]].Content));
    }
}
