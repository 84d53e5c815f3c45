using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Queries;

/// <summary>The text and the number of the commands: what plans are shared by, and what a page costs.</summary>
public sealed class StatementTests(SalesSample sample)
{
    private static readonly FormModel _customer = SalesSample.Workspace.FindForm("customer")!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task ReadPage_OtherValues_HasTheSameText(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);

        var first = await RecordAsync(database, Everything("a%", 5m, [1, 2], new(2024, 1, 1), skip: 3, take: 4));
        var second = await RecordAsync(database, Everything("华_'", -7.25m, [3, 1], new(1999, 12, 31), skip: 2, take: 2));

        Assert.Equal(first, second);
        Assert.DoesNotContain(first, text => text.Contains("1999", StringComparison.Ordinal) || text.Contains("7.25", StringComparison.Ordinal));
    }

    [Theory]
    [EveryDatabase]
    public async Task ReadPage_FullPage_IsTwoStatements(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);

        Assert.Equal(2, (await RecordAsync(database, new(_customer) { Take = 5 })).Count);
        Assert.Equal(2, (await RecordAsync(database, new(_customer) { Skip = 5, Take = 5 })).Count);
        Assert.Equal(2, (await RecordAsync(database, new(_customer) { Skip = 500, Take = 5 })).Count);
    }

    [Theory]
    [EveryDatabase]
    public async Task ReadPage_LastPage_TellsTheTotalWithoutCounting(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);

        Assert.Single(await RecordAsync(database, new(_customer)));
        Assert.Single(await RecordAsync(database, new(_customer) { Skip = 70, Take = 50 }));
    }

    [Theory]
    [EveryDatabase]
    public async Task OtherReads_AreOneStatement(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);
        var lines = SalesSample.Workspace.FindForm("order")!["lines"];

        Assert.Single(await RecordedCommands.DuringAsync(() => database.Queries.FindAsync(_customer, 1, Actor.System, Cancellation)));
        Assert.Single(await RecordedCommands.DuringAsync(() => database.Queries.ReadLinesAsync(lines, 1, Actor.System, Cancellation)));
        Assert.Single(await RecordedCommands.DuringAsync(() => database.Queries.SuggestAsync(_customer, "a", 5, Actor.System, cancellationToken: Cancellation)));
        Assert.Single(await RecordedCommands.DuringAsync(() => database.Queries.SuggestMembersAsync("a", 5, Actor.System, Cancellation)));
    }

    [Fact]
    public async Task ReadPage_ListOnSqlite_IsThisText()
        => Assert.Equal(
            [
                """
                SELECT "c"."id", "c"."version", "c"."updated_at", "c"."name", "c"."region", "c"."owner", (
                    SELECT "r1"."name"
                    FROM "region" AS "r1"
                    WHERE "r1"."id" = "c"."region"
                    LIMIT 1), (
                    SELECT "s0"."display_name"
                    FROM "sys_member" AS "s0"
                    WHERE "s0"."id" = "c"."owner"
                    LIMIT 1)
                FROM "customer" AS "c"
                INNER JOIN (
                    SELECT "c0"."id"
                    FROM "customer" AS "c0"
                    WHERE "c0"."deleted_at" IS NULL AND "c0"."region" IN (
                        SELECT "r"."id"
                        FROM "region" AS "r"
                        WHERE "r"."name" = @Value
                    ) AND "c0"."credit" >= @Value1 AND "c0"."owner" IS NOT NULL AND "c0"."owner" IN (@Value21, @Value22) AND (instr(lower("c0"."code"), @Value3) > 0 OR instr(lower("c0"."name"), @Value4) > 0 OR "c0"."region" IN (
                        SELECT "r0"."id"
                        FROM "region" AS "r0"
                        WHERE instr(lower("r0"."name"), @Value5) > 0
                    ) OR "c0"."owner" IN (
                        SELECT "s"."id"
                        FROM "sys_member" AS "s"
                        WHERE instr(lower("s"."display_name"), @Value6) > 0
                    ) OR "c0"."upline" IN (
                        SELECT "c1"."id"
                        FROM "customer" AS "c1"
                        WHERE instr(lower("c1"."name"), @Value7) > 0
                    ))
                    ORDER BY "c0"."since" DESC, "c0"."id" DESC
                    LIMIT @Value9 OFFSET @Value8
                ) AS "c2" ON "c"."id" = "c2"."id"
                ORDER BY "c"."since" DESC, "c"."id" DESC
                """,
                """
                SELECT COUNT(*)
                FROM "customer" AS "c"
                WHERE "c"."deleted_at" IS NULL AND "c"."region" IN (
                    SELECT "r"."id"
                    FROM "region" AS "r"
                    WHERE "r"."name" = @Value
                ) AND "c"."credit" >= @Value1 AND "c"."owner" IS NOT NULL AND "c"."owner" IN (@Value21, @Value22) AND (instr(lower("c"."code"), @Value3) > 0 OR instr(lower("c"."name"), @Value4) > 0 OR "c"."region" IN (
                    SELECT "r0"."id"
                    FROM "region" AS "r0"
                    WHERE instr(lower("r0"."name"), @Value5) > 0
                ) OR "c"."owner" IN (
                    SELECT "s"."id"
                    FROM "sys_member" AS "s"
                    WHERE instr(lower("s"."display_name"), @Value6) > 0
                ) OR "c"."upline" IN (
                    SELECT "c0"."id"
                    FROM "customer" AS "c0"
                    WHERE instr(lower("c0"."name"), @Value7) > 0
                ))
                """,
            ],
            await RecordAsync(await sample.OnAsync(DatabaseProvider.Sqlite), List));

    [Fact]
    public async Task ReadPage_ListOnPostgreSql_IsThisText()
        => Assert.Equal(
            [
                """
                SELECT c.id, c.version, c.updated_at, c.name, c.region, c.owner, (
                    SELECT r1.name
                    FROM region AS r1
                    WHERE r1.id = c.region
                    LIMIT 1), (
                    SELECT s0.display_name
                    FROM sys_member AS s0
                    WHERE s0.id = c.owner
                    LIMIT 1)
                FROM customer AS c
                INNER JOIN (
                    SELECT c0.id
                    FROM customer AS c0
                    WHERE c0.deleted_at IS NULL AND c0.region IN (
                        SELECT r.id
                        FROM region AS r
                        WHERE r.name = @Value
                    ) AND c0.credit >= @Value1 AND c0.owner IS NOT NULL AND c0.owner = ANY (@Value2) AND (lower(c0.code) LIKE @Value3_contains OR lower(c0.name) LIKE @Value4_contains OR c0.region IN (
                        SELECT r0.id
                        FROM region AS r0
                        WHERE lower(r0.name) LIKE @Value5_contains
                    ) OR c0.owner IN (
                        SELECT s.id
                        FROM sys_member AS s
                        WHERE lower(s.display_name) LIKE @Value6_contains
                    ) OR c0.upline IN (
                        SELECT c1.id
                        FROM customer AS c1
                        WHERE lower(c1.name) LIKE @Value7_contains
                    ))
                    ORDER BY c0.since IS NULL, c0.since DESC, c0.id DESC
                    LIMIT @Value9 OFFSET @Value8
                ) AS c2 ON c.id = c2.id
                ORDER BY c.since IS NULL, c.since DESC, c.id DESC
                """,
                """
                SELECT count(*)::int
                FROM customer AS c
                WHERE c.deleted_at IS NULL AND c.region IN (
                    SELECT r.id
                    FROM region AS r
                    WHERE r.name = @Value
                ) AND c.credit >= @Value1 AND c.owner IS NOT NULL AND c.owner = ANY (@Value2) AND (lower(c.code) LIKE @Value3_contains OR lower(c.name) LIKE @Value4_contains OR c.region IN (
                    SELECT r0.id
                    FROM region AS r0
                    WHERE lower(r0.name) LIKE @Value5_contains
                ) OR c.owner IN (
                    SELECT s.id
                    FROM sys_member AS s
                    WHERE lower(s.display_name) LIKE @Value6_contains
                ) OR c.upline IN (
                    SELECT c0.id
                    FROM customer AS c0
                    WHERE lower(c0.name) LIKE @Value7_contains
                ))
                """,
            ],
            await RecordAsync(await sample.OnAsync(DatabaseProvider.PostgreSql), List));

    private static RecordQuery List => new(_customer)
    {
        Columns = [_customer["name"], _customer["region"], _customer["owner"]],
        Where = new Condition.All(
            new Condition.Compare(Path("region.name"), ComparisonOperator.Equal, Value.Of("华东")),
            new Condition.Compare(Path("credit"), ComparisonOperator.GreaterOrEqual, Value.Of(0m)),
            new Condition.OneOf(Path("owner"), [Value.OfReference(1), Value.OfReference(2)])),
        Search = "a",
        Sort = [new(Path("since"), Descending: true)],
        Skip = 1,
        Take = 1,
    };

    private static RecordQuery Everything(string text, decimal number, long[] ids, DateOnly date, int skip, int take) => new(_customer)
    {
        Where = new Condition.Any(
            new Condition.Compare(Path("name"), ComparisonOperator.Less, Value.Of(text)),
            new Condition.Compare(Path("credit"), ComparisonOperator.NotEqual, Value.Of(number)),
            new Condition.Compare(Path("upline.since"), ComparisonOperator.Greater, Value.Of(date)),
            new Condition.Compare(Path("active"), ComparisonOperator.Less, Value.Of(number > 0)),
            new Condition.OneOf(Path("region"), [.. ids.Select(Value.OfReference)]),
            new Condition.Contains(Path("owner"), text)),
        Search = text + " " + number,
        Sort = [new(Path("region")), new(Path("credit"), Descending: true)],
        Skip = skip,
        Take = take,
    };

    private static Task<IReadOnlyList<string>> RecordAsync(SampleDatabase database, RecordQuery query)
        => RecordedCommands.DuringAsync(() => database.Queries.ReadPageAsync(query, Actor.System, Cancellation));

    private static FieldPath Path(string text) => FieldPath.Find(_customer, text)!;
}
