using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.Metadata.Flows.Tasks;

/// <summary>Whom a step asks. Several rules of one step are put together in their order.</summary>
public sealed record AssigneeRule
{
    public const int MostLevels = 20;

    public required AssigneeKind Kind { get; init; }

    /// <summary>Of <see cref="AssigneeKind.Members"/>; of a choice those who may be chosen.</summary>
    [MemberName]
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Of <see cref="AssigneeKind.Role"/>; of a choice whose members may be chosen.</summary>
    [RoleKey]
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Of <see cref="AssigneeKind.DepartmentHeads"/>; of a choice whose members may be chosen.</summary>
    [DepartmentName]
    public IReadOnlyList<string> Departments { get; init; } = [];

    /// <summary>How far up; from 1 to <see cref="MostLevels"/> of superiors, from 0 of departments. Null: 1 of superiors, 0 of departments, all of a chain.</summary>
    public int? Level { get; init; }

    /// <summary>Of the kinds that read one.</summary>
    [FieldKey]
    public string? Field { get; init; }

    /// <summary>Of <see cref="AssigneeKind.Formula"/>.</summary>
    [Formula]
    public string? Formula { get; init; }

    /// <summary>Of a choice: how many at least, from 1.</summary>
    public int Minimum { get; init; } = 1;

    /// <summary>Of a choice: how many at most; null for any number.</summary>
    public int? Maximum { get; init; }

    /// <summary>At votes by weight; above 0, at most 1,000,000.</summary>
    public decimal Weight { get; init; } = 1;

    /// <summary>一票否决: a rejection of one of these decides.</summary>
    public bool Veto { get; init; }

    /// <summary>一票通过: an approval of one of these decides.</summary>
    public bool Fiat { get; init; }
}
