using LowCodeErp.Core.Values;
using LowCodeErp.Data.Access;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;

namespace LowCodeErp.Data.Tests.Access;

/// <summary>Customers with orders and lines, two members of sales, one of finance, and the roles of a test.</summary>
internal sealed class AccessDatabase : IAsyncDisposable
{
    public const long Ann = 1;
    public const long Bob = 2;
    public const long Fay = 3;

    private AccessDatabase(PublishedDatabase published) => Published = published;

    public PublishedDatabase Published { get; }

    public RecordShares Shares
        => new(Published.Database.Connections, new(Published.Database.Connections), new(Published.Database.Connections), Published.Workspace, Published.Rights, Published.Organisation, Published.Audit, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Every member has every role unless the test says otherwise.</summary>
    public static async Task<AccessDatabase> CreateAsync(DatabaseProvider provider, params string[] roles)
    {
        var database = new AccessDatabase(await PublishedDatabase.CreateAsync(provider));
        await database.PublishAsync(roles);
        foreach (var (id, name) in new[] { (Ann, "ann"), (Bob, "bob"), (Fay, "fay") })
        {
            await database.AddMemberAsync(id, name);
        }

        return database;
    }

    public static Actor Member(long id) => new(id, $"member {id}", IsAdministrator: false);

    /// <summary>With other roles from now on.</summary>
    public Task PublishAsync(params string[] roles)
        => Published.PublishAsync(App.With(
            FormBuilder.Form("customer").Text("name").Text("region").Text("phone").Number("credit").Member("owner").Owner()
                .Rollup("turnover", "order", "customer", "sum", "amount")
                .Number("half-turnover").Formula("[turnover] / 2")
                .Text("label").Formula("[name] & \" \" & [phone]")
                .Number("double-credit").Formula("[credit] * 2")
                .Text("tag", unique: true),
            FormBuilder.Form("order").Text("number").Reference("customer", "customer").Number("amount")
                .Field("phone", "lookup", new { reference = "customer", field = "phone" })
                .Lines("line", line => line.Text("item").Number("price"))).WithRoles(roles));

    public FormModel Form(string key) => Published.Form(key);

    public async Task GiveAsync(long member, string role, DateTime? until = null)
        => Assert.Empty(await Published.Rights.AssignAsync(new() { App = "test", Role = role, MemberId = member, Until = until }, Actor.System, Cancellation));

    public Task<long> AddCustomerAsync(string name, long? owner, string region = "east", string phone = "", decimal credit = 0)
        => AddAsync("customer", Actor.System, ("name", InputValue.Of(name)), ("region", InputValue.Of(region)), ("phone", InputValue.Of(phone)), ("credit", InputValue.Of(credit)), ("owner", owner is { } id ? InputValue.Of((decimal)id) : InputValue.Blank));

    public Task<long> AddOrderAsync(string number, long customer, decimal amount)
        => AddAsync("order", Actor.System, ("number", InputValue.Of(number)), ("customer", InputValue.Of((decimal)customer)), ("amount", InputValue.Of(amount)));

    public async Task<long> AddAsync(string form, Actor actor, params (string Key, InputValue Value)[] values)
        => Assert.IsType<SaveResult.Saved>(await SaveAsync(form, null, actor, values)).Records.Single().Id;

    public Task<SaveResult> SaveAsync(string form, long? id, Actor actor, params (string Key, InputValue Value)[] values)
        => Published.Pipeline.SaveAsync(new(Form(form), [new() { Id = id, Values = values.ToDictionary(value => value.Key, value => value.Value) }], actor, ChangeSource.Import), Cancellation);

    /// <summary>What is wrong, in a line a problem; fails when nothing is.</summary>
    public static string Problems(SaveResult result)
        => string.Join("; ", Assert.IsType<SaveResult.Invalid>(result).Problems.Select(problem => $"{problem.Diagnostic.Code} {problem.Diagnostic.Path}".Trim()));

    /// <summary>The titles of the records that the member sees.</summary>
    public async Task<string> SeenAsync(string form, long member, Condition? where = null, string? search = null)
        => string.Join(' ', (await ReadAsync(form, member, where, search)).Select(row => row.Values[0]));

    public async Task<IReadOnlyList<RecordRow>> ReadAsync(string form, long member, Condition? where = null, string? search = null)
    {
        var query = new RecordQuery(Form(form)) { Where = where, Search = search, Sort = [new(Path(form, Form(form).Title!.Key))] };
        return (await Published.Queries.ReadPageAsync(query, Member(member), Cancellation)).Rows;
    }

    public Task<RecordRow?> FindAsync(string form, long id, long member) => Published.Queries.FindAsync(Form(form), id, Member(member), Cancellation);

    public FieldPath Path(string form, string path) => FieldPath.Find(Form(form), path)!;

    public ValueTask DisposeAsync() => Published.DisposeAsync();

    private async Task AddMemberAsync(long id, string name)
    {
        await using var platform = Published.OpenPlatform();
        platform.Users.Add(new Member { Id = id, UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, IsActive = true });
        await platform.SaveChangesAsync(Cancellation);
    }
}
