using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using Xunit;

namespace LowCodeErp.Specifications.Access;

/// <summary>
/// Records every value of which occurs nowhere else, random roles over them, members who have some of the roles; and, worked out by hand from the
/// definitions as they are written, what each member may see.
/// </summary>
/// <remarks>It needs forms customer (name, region, phone, owner, and if need be a unique tag) and order (number, customer, amount, and lines with an item) in the app <c>test</c>.</remarks>
public sealed class CanaryWorkspace
{
    private static readonly string[] _groups = ["east", "west"];
    private readonly Random _random;
    private readonly IReadOnlyList<RoleDefinition> _roles;
    private readonly Dictionary<long, IReadOnlyList<RoleDefinition>> _held;
    private readonly List<CanaryRecord> _records = [];

    public CanaryWorkspace(int seed, params IReadOnlyList<long> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        (Seed, Members, _random) = (seed, members, new(seed));
        _roles = [.. Enumerable.Range(1, 4).Select(NewRole)];
        _held = members.ToDictionary(member => member, _ => (IReadOnlyList<RoleDefinition>)[.. _roles.Where(_ => _random.Next(2) == 0)]);
    }

    public int Seed { get; }

    public IReadOnlyList<long> Members { get; }

    /// <summary>As they are written.</summary>
    public string[] Roles => [.. _roles.Select(DefinitionWriter.Write)];

    public IReadOnlyList<CanaryRecord> Records => _records;

    /// <summary>Gives the members their roles and stores the records. Their texts are such as never come about by chance in what is encrypted.</summary>
    public async Task FillAsync(IRoleAssignments assignments, IWorkspace workspace, SavePipeline pipeline)
    {
        foreach (var (member, role) in _held.SelectMany(entry => entry.Value.Select(role => (entry.Key, role))))
        {
            Assert.Empty(await assignments.AssignAsync(new() { App = "test", Role = role.Key, MemberId = member }, Actor.System));
        }

        for (var number = 1; number <= 6; number++)
        {
            var (owner, region) = (Members[_random.Next(Members.Count)], _groups[_random.Next(2)]);
            var values = new Dictionary<string, string> { ["name"] = $"cn-{number}-x", ["phone"] = $"cp-{number}-x" };
            if (workspace.Current.FindForm("customer")!.Find("tag") is not null)
            {
                values["tag"] = $"ct-{number}-x";
            }

            var customer = await AddAsync("customer", [.. values.Select(value => (value.Key, InputValue.Of(value.Value))), ("region", InputValue.Of(region)), ("owner", InputValue.Of((decimal)owner))]);
            _records.Add(new("customer", customer, values) { Owner = owner, Region = region });
            for (var place = 1; place <= 2; place++)
            {
                await AddOrderAsync($"{number}{place}", customer, _random.Next(2) * 20);
            }
        }

        async Task AddOrderAsync(string number, long customer, decimal amount)
        {
            var values = new Dictionary<string, string> { ["number"] = $"on-{number}-x", ["line.item"] = $"oi-{number}-x" };
            var order = await AddAsync("order", ("number", InputValue.Of(values["number"])), ("customer", InputValue.Of((decimal)customer)), ("amount", InputValue.Of(amount)));
            await AddAsync("order-line", ("order", InputValue.Of((decimal)order)), ("item", InputValue.Of(values["line.item"])));
            _records.Add(new("order", order, values) { Amount = amount, Customer = customer });
        }

        async Task<long> AddAsync(string form, params (string Key, InputValue Value)[] values)
        {
            var input = new RecordInput { Values = values.ToDictionary(value => value.Key, value => value.Value) };
            return Assert.IsType<SaveResult.Saved>(await pipeline.SaveAsync(new(workspace.Current.FindForm(form)!, [input], Actor.System, ChangeSource.Import))).Records.Single().Id;
        }
    }

    /// <summary>What was written to a record besides its fields, a comment for instance: whoever sees the record sees it.</summary>
    public void Plant(CanaryRecord record, IReadOnlyDictionary<string, string> canaries)
    {
        ArgumentNullException.ThrowIfNull(record);
        _records[_records.IndexOf(record)] = record with { Canaries = record.Canaries.Concat(canaries).ToDictionary() };
    }

    public bool Sees(long member, CanaryRecord record)
        => GrantsOf(member, record, GrantEffect.Allow).Any(IsView) && !GrantsOf(member, record, GrantEffect.Deny).Any(IsView);

    /// <summary>Whether the member may see what stands in a field of the record that people have filled in.</summary>
    public bool Sees(long member, CanaryRecord record, string field)
        => Sees(member, record)
            && GrantsOf(member, record, GrantEffect.Allow).Where(IsView).Any(grant => !Withholds(grant, field))
            && !GrantsOf(member, record, GrantEffect.Deny).Any(grant => Withholds(grant, field));

    /// <summary>Whether the member may do it with the record.</summary>
    public bool May(AccessOperation operation, long member, CanaryRecord record)
        => GrantsOf(member, record, GrantEffect.Allow).Any(grant => grant.Operations.Contains(operation))
            && !GrantsOf(member, record, GrantEffect.Deny).Any(grant => grant.Operations.Contains(operation));

    /// <summary>What the member may see nowhere.</summary>
    public IReadOnlyList<Canary> HiddenFrom(long member) => [.. All.Where(canary => !Sees(member, canary.Record, canary.Field))];

    public IReadOnlyList<Canary> ShownTo(long member) => [.. All.Where(canary => Sees(member, canary.Record, canary.Field))];

    /// <summary>Fails where the text holds a value that is hidden from the member.</summary>
    /// <param name="surface">Where it was read.</param>
    /// <param name="hidden">From him.</param>
    public void AssertClean(long member, string surface, string text, IReadOnlyList<Canary> hidden)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(hidden);
        var leaked = hidden.Where(canary => text.Contains(canary.Text, StringComparison.Ordinal)).Select(canary => $"{canary.Record.Form}.{canary.Field} {canary.Text}").ToList();
        Assert.True(leaked.Count == 0, $"seed {Seed}, member {member}, {surface}: {string.Join(", ", leaked)}\n{Describe(member)}\n{text}");
    }

    /// <summary>Fails where something comes out otherwise than it would if what is hidden from the member did not exist.</summary>
    public void AssertSame(long member, string surface, string expected, string actual)
        => Assert.True(expected == actual, $"seed {Seed}, member {member}, {surface}: {expected} is expected, {actual} is found\n{Describe(member)}");

    private IEnumerable<Canary> All => _records.SelectMany(record => record.Canaries.Select(canary => new Canary(record, canary.Key, canary.Value)));

    private string Describe(long member) => string.Join('\n', _held[member].Select(DefinitionWriter.Write));

    private static bool IsView(GrantDefinition grant) => grant.Operations.Contains(AccessOperation.View);

    private static bool Withholds(GrantDefinition grant, string field)
        => grant.Fields.Any(entry => entry.Access < FieldAccess.Read && entry.Fields.Any(named => named == field || (field.StartsWith("line.", StringComparison.Ordinal) && named == "line")));

    private RoleDefinition NewRole(int number)
        => new() { Key = $"role-{number}", Label = new($"角色 {number}"), Grants = [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => NewGrant())] };

    private GrantDefinition NewGrant()
    {
        var isCustomer = _random.Next(2) == 0;
        GrantedRows[] rows = isCustomer ? [GrantedRows.All, GrantedRows.Own, GrantedRows.Condition] : [GrantedRows.All, GrantedRows.Condition];
        var chosen = rows[_random.Next(rows.Length)];
        string[] fields = isCustomer ? ["name", "phone"] : ["number", "line", "line.item"];
        return new()
        {
            Form = isCustomer ? "customer" : "order",
            Effect = _random.Next(5) == 0 ? GrantEffect.Deny : GrantEffect.Allow,
            Operations = _random.Next(6) == 0 ? [AccessOperation.Create] : [AccessOperation.View, AccessOperation.Create, AccessOperation.Edit, AccessOperation.Export, AccessOperation.Print],
            Rows = chosen,
            Condition = chosen != GrantedRows.Condition ? null : isCustomer ? $"[region] = \"{_groups[_random.Next(2)]}\"" : $"[amount] {(_random.Next(2) == 0 ? "<" : ">=")} 10",
            Fields = _random.Next(2) == 0 ? [] : [NewFields(fields[_random.Next(fields.Length)])],
        };
    }

    private FieldGrantDefinition NewFields(string field)
        => new() { Fields = [field], Access = field != "line" && _random.Next(2) == 0 ? FieldAccess.Masked : FieldAccess.Hidden };

    private IEnumerable<GrantDefinition> GrantsOf(long member, CanaryRecord record, GrantEffect effect)
        => _held[member].SelectMany(role => role.Grants).Where(grant => grant.Form == record.Form && grant.Effect == effect && IsAbout(grant, member, record));

    private static bool IsAbout(GrantDefinition grant, long member, CanaryRecord record) => grant.Rows switch
    {
        GrantedRows.All => true,
        GrantedRows.Own => record.Owner == member,
        _ when record.Form == "customer" => grant.Condition!.Contains(record.Region!, StringComparison.Ordinal),
        _ => grant.Condition!.Contains('<', StringComparison.Ordinal) == record.Amount < 10,
    };
}
