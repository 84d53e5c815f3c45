using LowCodeErp.Metadata.Access;

namespace LowCodeErp.Data.Tests.Access;

/// <summary>Random roles that use all that a grant can say.</summary>
internal static class WhyRoles
{
    private static readonly AccessOperation[] _operations = [AccessOperation.View, AccessOperation.Create, AccessOperation.Edit, AccessOperation.Delete];
    private static readonly FieldAccess[] _accesses = [FieldAccess.Hidden, FieldAccess.Read, FieldAccess.Edit];

    public static RoleDefinition Create(int number, Random random)
        => new() { Key = $"role-{number}", Label = new($"角色 {number}"), Grants = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => NewGrant(random))] };

    /// <summary>The role without what one of its grants says of operations, or of fields.</summary>
    public static RoleDefinition Without(RoleDefinition role, int index, bool isOfFields)
    {
        var grant = role.Grants[index];
        var left = isOfFields ? grant with { Fields = [] } : grant with { Operations = [] };
        return role with { Grants = [.. role.Grants.Take(index), .. left is { Operations.Count: 0, Fields.Count: 0 } ? Array.Empty<GrantDefinition>() : [left], .. role.Grants.Skip(index + 1)] };
    }

    private static GrantDefinition NewGrant(Random random)
    {
        var isCustomer = random.Next(3) > 0;
        GrantedRows[] rows = isCustomer ? Enum.GetValues<GrantedRows>() : [GrantedRows.All, GrantedRows.Condition];
        var chosen = rows[random.Next(rows.Length)];
        string[] fields = isCustomer ? ["name", "phone", "credit", "label", "turnover"] : ["number", "amount", "line"];
        var condition = isCustomer ? (random.Next(2) == 0 ? "[region] = \"east\"" : "[credit] > 50") : "[amount] > 50";
        return new()
        {
            Form = isCustomer ? "customer" : "order",
            Effect = random.Next(4) == 0 ? GrantEffect.Deny : GrantEffect.Allow,
            Operations = [.. _operations.Where(operation => random.Next(5) < (operation == AccessOperation.View ? 4 : 3)).DefaultIfEmpty(AccessOperation.View)],
            Rows = chosen,
            Condition = chosen == GrantedRows.Condition ? condition : null,
            Fields = random.Next(4) == 0
                ? []
                : [new() { Fields = [fields[random.Next(fields.Length)]], Access = _accesses[random.Next(_accesses.Length)], When = random.Next(2) == 0 ? null : condition }],
        };
    }
}
