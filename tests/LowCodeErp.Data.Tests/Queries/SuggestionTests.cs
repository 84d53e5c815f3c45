using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Forms;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Queries;

public sealed class SuggestionTests(SalesSample sample)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Suggest_TextInTitleOrCode_RanksEqualThenStartThenContained(DatabaseProvider provider)
    {
        var workspace = FormBuilder.Compile(new FormBuilder("item", code: "code").With("code", "text").With("name", "text"));
        await using var database = await SampleDatabase.CreateAsync(provider, workspace);
        await database.AddAsync("item", [Item(1, "X1", "big A_b"), Item(2, "X2", "a_B"), Item(3, "X3", "a_bc"), Item(4, "A_B", "other"),
            Item(5, "xa_b", null), Item(6, "X6", "aXb"), Item(7, "X7", "a_b", isDeleted: true), Item(8, "a_b9", "another")]);

        var found = await database.Queries.SuggestAsync(workspace.FindForm("item")!, " a_b ", 20, Actor.System, cancellationToken: Cancellation);
        var first = await database.Queries.SuggestAsync(workspace.FindForm("item")!, "A_B", 2, Actor.System, cancellationToken: Cancellation);
        var all = await database.Queries.SuggestAsync(workspace.FindForm("item")!, "", 20, Actor.System, cancellationToken: Cancellation);

        Assert.Equal(
            [new(2, "a_B", "X2"), new(4, "other", "A_B"), new(3, "a_bc", "X3"), new(8, "another", "a_b9"), new(1, "big A_b", "X1"), new(5, "#5", "xa_b")],
            found);
        Assert.Equal(found.Take(2), first);
        Assert.Equal([6, 2, 3, 8, 1, 4, 5], all.Select(reference => reference.Id));
    }

    [Theory]
    [EveryDatabase]
    public async Task Suggest_TitleIsAReference_MatchesAndShowsTheTitleOfItsTarget(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);
        var order = SalesSample.Workspace.FindForm("order")!;

        var found = await database.Queries.SuggestAsync(order, "acme", 100, Actor.System, cancellationToken: Cancellation);

        Assert.NotEmpty(found);
        Assert.All(found, reference => Assert.Contains("acme", reference.Title, StringComparison.OrdinalIgnoreCase));
        Assert.All(found, reference => Assert.Equal(SalesSample.Rows["order"][reference.Id]["number"], reference.Code));
    }

    [Theory]
    [EveryDatabase]
    public async Task SuggestMembers_ByNameOrUserName_LeavesOutLeavers(DatabaseProvider provider)
    {
        var queries = (await sample.OnAsync(provider)).Queries;

        Assert.Equal([new(1, "王芳", "wang")], await queries.SuggestMembersAsync("王", 10, Actor.System, Cancellation));
        Assert.Equal([new(2, "Ann_Lee", "ann")], await queries.SuggestMembersAsync("N_L", 10, Actor.System, Cancellation));
        Assert.Equal([2, 1], (await queries.SuggestMembersAsync("AN", 10, Actor.System, Cancellation)).Select(member => member.Id));
        Assert.Empty(await queries.SuggestMembersAsync("李", 10, Actor.System, Cancellation));
        Assert.Equal(2, (await queries.SuggestMembersAsync(null, 10, Actor.System, Cancellation)).Count);
    }

    /// <summary>Texts that no database can store: they come from addresses, pasted cells and programs, and find what is left of them.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Query_TextThatCannotBeStored_FindsNothingOrWhatIsLeftOfIt(DatabaseProvider provider)
    {
        var workspace = FormBuilder.Compile(new FormBuilder("item", code: "code").With("code", "text").With("name", "text"));
        await using var database = await SampleDatabase.CreateAsync(provider, workspace);
        await database.AddAsync("item", [Item(1, "X1", "甲")]);
        var item = workspace.FindForm("item")!;
        var name = FieldPath.Of(item["name"]);
        foreach (var text in new[] { "乙\0", "\ud800乙", "\0乙\udfff" })
        {
            Condition[] conditions =
            [
                new Condition.Contains(name, text), new Condition.Compare(name, ComparisonOperator.Equal, Value.Of(text)),
                new Condition.OneOf(name, [Value.Of(text), Value.Of("乙")]),
            ];
            foreach (var condition in conditions)
            {
                Assert.Empty((await database.Queries.ReadPageAsync(new(item) { Where = condition }, Actor.System, Cancellation)).Rows);
            }

            Assert.Empty((await database.Queries.ReadPageAsync(new(item) { Search = text }, Actor.System, Cancellation)).Rows);
            Assert.Empty(await database.Queries.SuggestAsync(item, text, 5, Actor.System, cancellationToken: Cancellation));
            Assert.Empty(await database.Queries.SuggestMembersAsync(text, 5, Actor.System, Cancellation));
        }
    }

    private static (long Id, Dictionary<string, object?> Values) Item(long id, string code, string? name, bool isDeleted = false)
        => (id, new() { ["code"] = code, ["name"] = name, ["deleted"] = isDeleted ? SampleDatabase.Now : null });
}
