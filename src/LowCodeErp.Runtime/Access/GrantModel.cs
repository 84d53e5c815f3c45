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

    /// <summary>Of what a task gives, not a role: the records about which it asks. Null: those of <see cref="Rows"/>.</summary>
    public AccessTerm.AskedAt? Asked { get; init; }

    public IReadOnlyList<FieldGrantModel> Fields { get; init; } = [];

    /// <summary>
    /// The records with which it gives an operation. A record that was shared to be viewed gives no more than that, whatever the grant does; and what was shared with
    /// somebody he does not share on, so that whoever has shared a record knows who sees it. What may still be claimed by others is seen, and changed by nobody.
    /// </summary>
    public AccessRule RowsFor(AccessOperation operation) => (Rows, operation) switch
    {
        (_, AccessOperation.Edit) when Asked is { } asked => AccessRule.Of(asked with { Alone = true }),
        (GrantedRows.Shared, AccessOperation.Share) => AccessRule.Never,
        (GrantedRows.Shared, AccessOperation.View or AccessOperation.Export or AccessOperation.Print) => RowRule,
        (GrantedRows.Shared, _) => AccessRule.Of(new AccessTerm.SharedWith(ForEditing: true)),
        _ => RowRule,
    };

    /// <summary>All that it asks of a record.</summary>
    public IEnumerable<AccessTerm> Terms
        => Enum.GetValues<AccessOperation>().SelectMany(operation => RowsFor(operation).Terms).Concat(RowRule.Terms)
            .Concat(Fields.Select(given => given.When).OfType<CompiledFormula>().Select(when => new AccessTerm.Holds(when)));

    /// <summary>The records that it is about.</summary>
    public AccessRule RowRule => Asked is { } asked ? AccessRule.Of(asked) : Rows switch
    {
        GrantedRows.All => AccessRule.Always,
        GrantedRows.Own => AccessRule.Of(new AccessTerm.Own()),
        GrantedRows.Department => AccessRule.Of(new AccessTerm.Department()),
        GrantedRows.Shared => AccessRule.Of(new AccessTerm.SharedWith()),
        GrantedRows.Condition => AccessRule.Of(new AccessTerm.Holds(Condition!)),
        _ => throw new InvalidOperationException($"There are no rows {Rows}."),
    };
}
