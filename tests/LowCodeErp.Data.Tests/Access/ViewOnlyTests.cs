using LowCodeErp.Core.Values;
using LowCodeErp.Data.Drafts;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Views;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Drafts;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static LowCodeErp.Data.Tests.Access.AccessDatabase;

namespace LowCodeErp.Data.Tests.Access;

/// <summary>An administrator who sees the program as a member reads what the member reads, and nothing is written for him (R110).</summary>
public sealed class ViewOnlyTests
{
    private const string Sales = """
        {"key": "sales", "label": {"zh-CN": "销售"}, "grants": [
          {"form": "customer", "operations": ["view", "create", "edit", "delete", "import", "export", "print", "share"], "rows": "own"}
        ]}
        """;

    private static readonly Onlooker _chief = new(77, "王管理");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Writes_WhileOnlyViewing_AreAllRefusedAndChangeNothing(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Sales);
        await database.GiveAsync(Ann, "sales");
        Assert.Null(await database.Published.Database.OpenKeysAsync());
        var customer = await database.AddCustomerAsync("A", Ann);
        var before = await ReadTablesAsync(database);

        foreach (var (name, write) in WritersOf(database, customer))
        {
            using (ViewOnly.Begin("member 1"))
            {
                var refused = await Record.ExceptionAsync(write);
                Assert.True(refused is OnlyViewingException { Diagnostic.Code: "access.only-viewing" }, $"{name} was not refused: {refused}");
                Assert.Contains("“member 1”", ((OnlyViewingException)refused).Diagnostic.Message.Chinese, StringComparison.Ordinal);
            }
        }

        Assert.Equal(before, await ReadTablesAsync(database));
        Assert.IsType<SaveResult.Saved>(await database.SaveAsync("customer", customer, Member(Ann), ("name", InputValue.Of("B"))));
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_OfAnActorWhoIsOnlySeen_SaysWhyNotWhereverItComesFrom(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Sales);
        await database.GiveAsync(Ann, "sales");
        var customer = await database.AddCustomerAsync("A", Ann);
        var seen = Member(Ann) with { SeenBy = _chief };
        var request = new SaveRequest(database.Form("customer"), [new() { Id = customer }], seen, ChangeSource.Page);

        SaveResult[] answers =
        [
            await database.SaveAsync("customer", customer, seen, ("name", InputValue.Of("B"))),
            await database.SaveAsync("customer", null, seen, ("name", InputValue.Of("B"))),
            await database.Published.Pipeline.DeleteAsync(request, Cancellation),
            await database.Published.Pipeline.RestoreAsync(request, Cancellation),
            await database.Published.Pipeline.PurgeAsync(request, Cancellation),
        ];

        Assert.All(answers, answer => Assert.Equal("access.only-viewing", Problems(answer)));
        Assert.Equal("A", await database.SeenAsync("customer", Ann));
    }

    [Theory]
    [EveryDatabase]
    public async Task Rights_OfAnActorWhoIsOnlySeen_AreThoseToReadOfTheMember(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Sales);
        await database.GiveAsync(Ann, "sales");
        await database.GiveAsync(Bob, RoleAssignment.AppAdministrator);
        var (mine, other) = (await database.AddCustomerAsync("A", Ann), await database.AddCustomerAsync("B", Bob));
        var form = database.Form("customer");

        foreach (var (member, reads) in new[] { (Ann, new[] { mine }), (Bob, [mine, other]) })
        {
            var seen = Member(member) with { SeenBy = _chief };
            var access = await database.Published.Rights.OfAsync(seen, Cancellation);

            AccessOperation[] allowed = [.. Enum.GetValues<AccessOperation>().Where(access.Of(form).May)];
            Assert.Equal([AccessOperation.View, AccessOperation.Export, AccessOperation.Print], allowed.Order());
            Assert.False(access.Administers("test") || access.AdministersAny || access.MayAudit);
            Assert.True(access.ChangesNothing);
            Assert.Equal(reads, (await database.Published.Queries.ReadPageAsync(new(form), seen, Cancellation)).Rows.Select(row => row.Id).Order());
            Assert.Equal(FieldAccess.Read, (await database.Published.Queries.ReadRightsAsync(form, mine, seen, Cancellation)).Of(form.Fields.Single(field => field.Key == "name")));
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Audit_OfAnActorWhoIsOnlySeen_NamesWhoLooksAndAsWhom(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Sales);

        using (ViewOnly.Begin("member 1"))
        {
            await database.Published.Audit.WriteAsync(new(AuditKind.Export, Member(Ann) with { SeenBy = _chief }) { Form = "customer" }, Cancellation);
        }

        await using var platform = database.Published.OpenPlatform();
        var row = await platform.Audit.SingleAsync(entry => entry.Kind == "export", Cancellation);
        Assert.Equal((77L, "王管理"), (row.ActorId, row.ActorName));
        Assert.Contains("member 1", row.Details, StringComparison.Ordinal);
    }

    /// <summary>One of each kind of door to the database: records, accounts, rights, drafts, views, designs, the schema, and both ways of the platform's tables.</summary>
    private static IEnumerable<(string Name, Func<Task> Write)> WritersOf(AccessDatabase database, long customer)
    {
        var (published, connections) = (database.Published, database.Published.Database.Connections);
        var drafts = new DraftStore(connections, TimeProvider.System);
        var key = new DraftKey(Ann, "customer", customer);
        var request = new SaveRequest(database.Form("customer"), [new() { Id = customer }], Actor.System, ChangeSource.Page);
        yield return ("save", () => database.SaveAsync("customer", customer, Member(Ann), ("name", InputValue.Of("B"))));
        yield return ("create", () => database.SaveAsync("customer", null, Member(Ann), ("name", InputValue.Of("B"))));
        yield return ("delete", () => published.Pipeline.DeleteAsync(request, Cancellation));
        yield return ("restore", () => published.Pipeline.RestoreAsync(request, Cancellation));
        yield return ("purge", () => published.Pipeline.PurgeAsync(request, Cancellation));
        yield return ("assign a role", () => published.Rights.AssignAsync(new() { App = "test", Role = "sales", MemberId = Bob }, Actor.System, Cancellation));
        yield return ("keep a draft", () => drafts.KeepAsync(key, "w", "{}", Cancellation));
        yield return ("drop a draft", () => drafts.DropAsync(key, "w", Cancellation));
        yield return ("personal view", () => new PersonalViewStore(connections).ChangeAsync(Ann, "customer", views => views with { Chosen = "" }, Cancellation));
        yield return ("publish", () => database.PublishAsync());
        yield return ("change the schema", () => connections.BeginSchemaChangeAsync(Cancellation));
        yield return ("write", () => connections.BeginWriteAsync(Cancellation));
        yield return ("save an account", async () =>
        {
            await using var platform = published.OpenPlatform();
            (await platform.Users.SingleAsync(member => member.Id == Ann, Cancellation)).DisplayName = "changed";
            await platform.SaveChangesAsync(Cancellation);
        }
        );
    }

    private static async Task<string> ReadTablesAsync(AccessDatabase database)
    {
        await using var platform = database.Published.OpenPlatform();
        return System.Text.Json.JsonSerializer.Serialize(new
        {
            Members = await platform.Users.AsNoTracking().OrderBy(row => row.Id).ToListAsync(Cancellation),
            History = await platform.History.AsNoTracking().OrderBy(row => row.Id).ToListAsync(Cancellation),
            Drafts = await platform.Drafts.AsNoTracking().ToListAsync(Cancellation),
            Views = await platform.PersonalViews.AsNoTracking().ToListAsync(Cancellation),
            Roles = await platform.RoleAssignments.AsNoTracking().OrderBy(row => row.Id).ToListAsync(Cancellation),
            Definitions = await platform.Definitions.AsNoTracking().OrderBy(row => row.Id).ToListAsync(Cancellation),
            Audit = await platform.Audit.AsNoTracking().CountAsync(Cancellation),
            Customers = (await database.Published.Queries.ReadPageAsync(new(database.Form("customer")), Actor.System, Cancellation)).Rows
                .Select(row => string.Join('|', row.Values.Append(row.Version))),
        });
    }
}
