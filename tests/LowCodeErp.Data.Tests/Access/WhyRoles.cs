using LowCodeErp.Metadata.Access;

namespace LowCodeErp.Data.Tests.Access;

/// <summary>Random roles that use all that a grant can say.</summary>
internal static class WhyRoles
{
    private static readonly AccessOperation[] _operations = Enum.GetValues<AccessOperation>();
    private static readonly FieldAccess[] _accesses = [FieldAccess.Hidden, FieldAccess.Masked, FieldAccess.Masked, FieldAccess.Read, FieldAccess.Edit];

    /// <summary>The one that masks: by chance alone a member hardly ever has nothing that gives him the value besides.</summary>
    public const string Masking = "role-1";

    public static RoleDefinition Create(int number, Random random)
        => new() { Key = $"role-{number}", Label = new($"角色 {number}"), Grants = GrantsOf(number, random) };

    /// <summary>The role without what one of its grants says of operations, or of fields.</summary>
    public static RoleDefinition Without(RoleDefinition role, int index, bool isOfFields)
    {
        var grant = role.Grants[index];
        var left = isOfFields ? grant with { Fields = [] } : grant with { Operations = [] };
        return role with { Grants = [.. role.Grants.Take(index), .. left is { Operations.Count: 0, Fields.Count: 0 } ? Array.Empty<GrantDefinition>() : [left], .. role.Grants.Skip(index + 1)] };
    }

    /// <summary>The first masks, the second denies a field and gives the rest, the third denies operations: what chance alone hardly ever brings about.</summary>
    private static IReadOnlyList<GrantDefinition> GrantsOf(int number, Random random) => number switch
    {
        1 => [NewMasks(random)],
        2 =>
        [
            new() { Form = "customer", Operations = [AccessOperation.View, AccessOperation.Edit] },
            new() { Form = "customer", Effect = GrantEffect.Deny, Fields = [new() { Fields = ["phone"], Access = FieldAccess.Hidden, When = "[credit] > 50" }] },
        ],
        3 => [NewGrant(random), NewGrant(random), new() { Form = "customer", Effect = GrantEffect.Deny, Operations = [AccessOperation.Delete, AccessOperation.Print], Rows = GrantedRows.Condition, Condition = "[region] = \"east\"" }],
        _ => [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => NewGrant(random))],
    };

    private static GrantDefinition NewMasks(Random random) => new()
    {
        Form = "customer",
        Operations = [AccessOperation.View, AccessOperation.Edit, AccessOperation.Print],
        Fields = [new() { Fields = ["name", "phone", "credit"], Access = FieldAccess.Masked, When = random.Next(2) == 0 ? null : "[region] = \"east\"" }],
    };

    private static GrantDefinition NewGrant(Random random)
    {
        var isCustomer = random.Next(3) > 0;
        GrantedRows[] rows = isCustomer ? Enum.GetValues<GrantedRows>() : [GrantedRows.All, GrantedRows.Condition];
        var chosen = rows[random.Next(rows.Length)];
        string[] fields = isCustomer ? ["name", "phone", "credit", "label", "turnover"] : ["number", "amount", "line"];
        var condition = isCustomer ? (random.Next(2) == 0 ? "[region] = \"east\"" : "[credit] > 50") : "[amount] > 50";
        var effect = random.Next(4) == 0 ? GrantEffect.Deny : GrantEffect.Allow;
        var isOfFieldsAlone = effect == GrantEffect.Deny && random.Next(2) == 0;
        return new()
        {
            Form = isCustomer ? "customer" : "order",
            Effect = effect,
            Operations = isOfFieldsAlone ? [] : NewOperations(chosen, random),
            Rows = chosen,
            Condition = chosen == GrantedRows.Condition ? condition : null,
            Fields = !isOfFieldsAlone && random.Next(4) == 0
                ? []
                : [NewFields(fields[random.Next(fields.Length)], condition, random)],
        };
    }

    /// <summary>To design is of a form as a whole, never of some of its rows.</summary>
    private static IReadOnlyList<AccessOperation> NewOperations(GrantedRows rows, Random random) =>
    [
        .. _operations.Where(operation => random.Next(5) < (operation == AccessOperation.View ? 4 : 3) && (operation != AccessOperation.Design || rows == GrantedRows.All))
            .DefaultIfEmpty(AccessOperation.View),
    ];

    /// <summary>Lines as a whole have no mask.</summary>
    private static FieldGrantDefinition NewFields(string field, string condition, Random random)
    {
        var access = _accesses[random.Next(_accesses.Length)];
        return new() { Fields = [field], Access = field == "line" && access == FieldAccess.Masked ? FieldAccess.Hidden : access, When = random.Next(2) == 0 ? null : condition };
    }
}
