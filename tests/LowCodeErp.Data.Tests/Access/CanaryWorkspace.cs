using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;

namespace LowCodeErp.Data.Tests.Access;

/// <summary>
/// Records every value of which occurs nowhere else, random roles over them, members who have some of the roles; and, worked out by hand from the
/// definitions as they are written, what each member may see.
/// </summary>
internal sealed class CanaryWorkspace(AccessDatabase database, IReadOnlyList<RoleDefinition> roles, IReadOnlyDictionary<long, IReadOnlyList<RoleDefinition>> held) : IAsyncDisposable
{
    private static readonly string[] _groups = ["east", "west"];
    private readonly List<CanaryRecord> _records = [];

    public AccessDatabase Database => database;

    public IReadOnlyList<CanaryRecord> Records => _records;

    public static IReadOnlyList<long> Members { get; } = [AccessDatabase.Ann, AccessDatabase.Bob, AccessDatabase.Fay];

    public static async Task<CanaryWorkspace> CreateAsync(DatabaseProvider provider, int seed)
    {
        var random = new Random(seed);
        IReadOnlyList<RoleDefinition> roles = [.. Enumerable.Range(1, 4).Select(number => NewRole(number, random))];
        var database = await AccessDatabase.CreateAsync(provider, [.. roles.Select(DefinitionWriter.Write)]);
        var held = Members.ToDictionary(member => member, _ => (IReadOnlyList<RoleDefinition>)[.. roles.Where(_ => random.Next(2) == 0)]);
        foreach (var (member, role) in held.SelectMany(entry => entry.Value.Select(role => (entry.Key, role))))
        {
            await database.GiveAsync(member, role.Key);
        }

        var workspace = new CanaryWorkspace(database, roles, held);
        await workspace.FillAsync(random);
        return workspace;
    }

    public bool Sees(long member, CanaryRecord record)
        => GrantsOf(member, record, GrantEffect.Allow).Any(IsView) && !GrantsOf(member, record, GrantEffect.Deny).Any(IsView);

    /// <summary>Whether the member may see what stands in a field of the record that people have filled in.</summary>
    public bool Sees(long member, CanaryRecord record, string field)
        => Sees(member, record)
            && GrantsOf(member, record, GrantEffect.Allow).Where(IsView).Any(grant => !Withholds(grant, field))
            && !GrantsOf(member, record, GrantEffect.Deny).Any(grant => Withholds(grant, field));

    /// <summary>What the member may see nowhere.</summary>
    public IReadOnlyList<Canary> HiddenFrom(long member)
        => [.. _records.SelectMany(record => record.Canaries.Where(canary => !Sees(member, record, canary.Key)).Select(canary => new Canary(record, canary.Key, canary.Value)))];

    public IReadOnlyList<Canary> ShownTo(long member)
        => [.. _records.SelectMany(record => record.Canaries.Where(canary => Sees(member, record, canary.Key)).Select(canary => new Canary(record, canary.Key, canary.Value)))];

    public string Describe(long member)
        => string.Join('\n', roles.Where(held[member].Contains).Select(DefinitionWriter.Write));

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static bool IsView(GrantDefinition grant) => grant.Operations.Contains(AccessOperation.View);

    private static bool Withholds(GrantDefinition grant, string field)
        => grant.Fields.Any(entry => entry.Access < FieldAccess.Read && entry.Fields.Any(named => named == field || (field.StartsWith("line.", StringComparison.Ordinal) && named == "line")));

    private static RoleDefinition NewRole(int number, Random random)
        => new() { Key = $"role-{number}", Label = new($"角色 {number}"), Grants = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => NewGrant(random))] };

    private static GrantDefinition NewGrant(Random random)
    {
        var isCustomer = random.Next(2) == 0;
        GrantedRows[] rows = isCustomer ? [GrantedRows.All, GrantedRows.Own, GrantedRows.Condition] : [GrantedRows.All, GrantedRows.Condition];
        var chosen = rows[random.Next(rows.Length)];
        string[] fields = isCustomer ? ["name", "phone"] : ["number", "line", "line.item"];
        return new()
        {
            Form = isCustomer ? "customer" : "order",
            Effect = random.Next(5) == 0 ? GrantEffect.Deny : GrantEffect.Allow,
            Operations = random.Next(6) == 0 ? [AccessOperation.Create] : [AccessOperation.View, AccessOperation.Create, AccessOperation.Edit, AccessOperation.Export],
            Rows = chosen,
            Condition = chosen != GrantedRows.Condition ? null : isCustomer ? $"[region] = \"{_groups[random.Next(2)]}\"" : $"[amount] {(random.Next(2) == 0 ? "<" : ">=")} 10",
            Fields = random.Next(2) == 0 ? [] : [NewFields(fields[random.Next(fields.Length)], random)],
        };
    }

    private static FieldGrantDefinition NewFields(string field, Random random)
        => new() { Fields = [field], Access = field != "line" && random.Next(2) == 0 ? FieldAccess.Masked : FieldAccess.Hidden };

    private IEnumerable<GrantDefinition> GrantsOf(long member, CanaryRecord record, GrantEffect effect)
        => held[member].SelectMany(role => role.Grants).Where(grant => grant.Form == record.Form && grant.Effect == effect && IsAbout(grant, member, record));

    private static bool IsAbout(GrantDefinition grant, long member, CanaryRecord record) => grant.Rows switch
    {
        GrantedRows.All => true,
        GrantedRows.Own => record.Owner == member,
        _ when record.Form == "customer" => grant.Condition!.Contains(record.Region!, StringComparison.Ordinal),
        _ => grant.Condition!.Contains('<', StringComparison.Ordinal) == record.Amount < 10,
    };

    private async Task FillAsync(Random random)
    {
        for (var number = 1; number <= 6; number++)
        {
            var (owner, region) = (Members[random.Next(Members.Count)], _groups[random.Next(2)]);
            var id = await database.AddCustomerAsync($"cn{number}x", owner, region, phone: $"cp{number}x");
            _records.Add(new("customer", id, new Dictionary<string, string> { ["name"] = $"cn{number}x", ["phone"] = $"cp{number}x" }) { Owner = owner, Region = region });
            for (var place = 1; place <= 2; place++)
            {
                await AddOrderAsync($"{number}{place}", id, random.Next(2) * 20);
            }
        }
    }

    private async Task AddOrderAsync(string number, long customer, decimal amount)
    {
        var id = await database.AddOrderAsync($"on{number}x", customer, amount);
        await database.AddAsync("order-line", Actor.System, ("order", InputValue.Of((decimal)id)), ("item", InputValue.Of($"oi{number}x")));
        _records.Add(new("order", id, new Dictionary<string, string> { ["number"] = $"on{number}x", ["line.item"] = $"oi{number}x" }) { Amount = amount });
    }
}
