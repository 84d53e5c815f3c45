using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Queries;

public sealed class ConditionTests(SalesSample sample)
{
    private static readonly FormModel _customer = SalesSample.Workspace.FindForm("customer")!;
    private static readonly FormModel _order = SalesSample.Workspace.FindForm("order")!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Compare_EveryOperatorKindAndPath_FindsWhatThePlainComparisonFinds(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);
        var paths = Paths(_customer, "code", "name", "region", "owner", "credit", "active", "since", "seen-at", "region.name", "upline.upline.name", "upline.credit")
            .Concat(Paths(_order, "customer.name", "customer.region.name", "customer.active", "customer.seen-at", "amount"));
        foreach (var path in paths)
        {
            var values = SalesSample.Rows[path.Root.Key].Values.Select(row => SampleOracle.ValueOf(row, path.Fields)).OfType<object>().Distinct().Take(5);
            foreach (var value in values)
            {
                foreach (var comparison in Enum.GetValues<ComparisonOperator>())
                {
                    await AssertFindsAsync(database, new Condition.Compare(path, comparison, new Value(path.Kind, value)), path.Root);
                }
            }
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task IsBlankIsNotBlankAndOneOf_EveryKindAndPath_FindWhatPlainComparisonFinds(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);
        foreach (var path in Paths(_customer, "name", "region", "owner", "credit", "active", "since", "seen-at", "region.name", "upline.region.name")
            .Concat(Paths(_order, "customer", "customer.credit", "customer.upline.since")))
        {
            var some = SalesSample.Rows[path.Root.Key].Values.Select(row => SampleOracle.ValueOf(row, path.Fields)).OfType<object>().Distinct().Take(3);
            await AssertFindsAsync(database, new Condition.IsBlank(path), path.Root);
            await AssertFindsAsync(database, new Condition.IsNotBlank(path), path.Root);
            await AssertFindsAsync(database, new Condition.OneOf(path, [.. some.Select(value => new Value(path.Kind, value)), Value.Blank(path.Kind)]), path.Root);
            await AssertFindsAsync(database, new Condition.OneOf(path, []), path.Root);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Contains_WildcardsQuotesCasesAndChinese_AreTakenLiterallyButForAsciiCase(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);
        foreach (var path in Paths(_customer, "name", "region", "owner", "region.name", "upline", "upline.name").Concat(Paths(_order, "customer", "customer.owner")))
        {
            foreach (var text in new[] { "%", "_", "\\", "'", "[", "acme", "ACME", "é", "É", "华", "王", "lee", "50%", "a_b", "a\\b", "nothing like it" })
            {
                await AssertFindsAsync(database, new Condition.Contains(path, text), path.Root);
            }
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task AllAndAny_NestedAndEmpty_CombineTheirParts(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);
        var isActive = new Condition.Compare(Path("active"), ComparisonOperator.Equal, Value.Of(true));
        var hasRegion = new Condition.IsNotBlank(Path("region"));
        var named = new Condition.Contains(Path("name"), "a");

        await AssertFindsAsync(database, new Condition.All(), _customer);
        await AssertFindsAsync(database, new Condition.Any(), _customer);
        await AssertFindsAsync(database, new Condition.All(isActive, new Condition.Any(hasRegion, named)), _customer);
        await AssertFindsAsync(database, new Condition.Any(new Condition.All(isActive, hasRegion), new Condition.All(named, new Condition.Any())), _customer);
    }

    [Theory]
    [EveryDatabase]
    public async Task Compare_BlankValue_IsRefused(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);
        var query = new RecordQuery(_customer) { Where = new Condition.Compare(Path("name"), ComparisonOperator.Equal, Value.Of("")) };

        await Assert.ThrowsAsync<ArgumentException>(() => database.Queries.ReadPageAsync(query, Actor.System, Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Search_WordsInTextsTitlesOfReferencesAndNames_AllHaveToMatchSomewhere(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);
        foreach (var search in new[] { "acme", "c-01 a", "%", "_ a", "\\", "'", "  华联  上海 ", "c-001 nothing", "华东", "c-0 华", "", "  " })
        {
            var words = search.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var expected = SampleOracle.Find(_customer, new Condition.All([.. words.Select(word => new Condition.Any(
                [.. Paths(_customer, "code", "name", "region", "owner", "upline").Select(path => new Condition.Contains(path, word))]))]));

            var page = await database.Queries.ReadPageAsync(new(_customer) { Search = search }, Actor.System, Cancellation);

            Assert.Equal(expected.OrderDescending(), page.Rows.Select(row => row.Id));
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Search_TitleIsAReference_LooksIntoTheTitleOfItsTarget(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);
        var expected = SampleOracle.Find(_order, new Condition.Contains(Path(_order, "customer"), "acme"));

        var page = await database.Queries.ReadPageAsync(new(_order) { Search = "acme" }, Actor.System, Cancellation);

        Assert.NotEmpty(page.Rows);
        Assert.Equal(expected.OrderDescending(), page.Rows.Select(row => row.Id));
    }

    private static async Task AssertFindsAsync(SampleDatabase database, Condition condition, FormModel form)
    {
        var page = await database.Queries.ReadPageAsync(new(form) { Where = condition, Columns = [form.Code!] }, Actor.System, Cancellation);

        var expected = SampleOracle.Find(form, condition).OrderDescending().ToList();
        Assert.True(expected.SequenceEqual(page.Rows.Select(row => row.Id)), $"{condition}: expected {string.Join(' ', expected)}, found {string.Join(' ', page.Rows.Select(row => row.Id))}");
        Assert.Equal(expected.Count, page.TotalCount);
    }

    private static FieldPath Path(string text) => Path(_customer, text);

    private static FieldPath Path(FormModel form, string text) => FieldPath.Find(form, text)!;

    private static IEnumerable<FieldPath> Paths(FormModel form, params string[] texts) => texts.Select(text => Path(form, text));
}
