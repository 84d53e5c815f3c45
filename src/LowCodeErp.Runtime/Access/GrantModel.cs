using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Access;

/// <summary>One thing that a role allows or denies, compiled.</summary>
public sealed record GrantModel
{
    /// <summary>Never of lines.</summary>
    public required FormModel Form { get; init; }

    public required GrantEffect Effect { get; init; }

    public required IReadOnlySet<AccessOperation> Operations { get; init; }

    public required GrantedRows Rows { get; init; }

    /// <summary>Of <see cref="GrantedRows.Condition"/>.</summary>
    public CompiledFormula? Condition { get; init; }

    public IReadOnlyList<FieldGrantModel> Fields { get; init; } = [];

    /// <summary>The records that it is about.</summary>
    public AccessRule RowRule => Rows switch
    {
        GrantedRows.All => AccessRule.Always,
        GrantedRows.Own => AccessRule.Of(new AccessTerm.Own()),
        GrantedRows.Department => AccessRule.Of(new AccessTerm.Department()),
        GrantedRows.Shared => AccessRule.Of(new AccessTerm.SharedWith()),
        GrantedRows.Condition => AccessRule.Of(new AccessTerm.Holds(Condition!)),
        _ => throw new InvalidOperationException($"There are no rows {Rows}."),
    };
}
