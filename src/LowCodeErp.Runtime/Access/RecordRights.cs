using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Access;

/// <summary>
/// What somebody may do with one record, for the page that shows it. Of a new record it is what may be, since its values are not known yet; the engine
/// decides when it is saved.
/// </summary>
/// <param name="id">Null for a new record.</param>
public sealed class RecordRights(FormAccess access, AccessAnswers answers, long? id)
{
    /// <summary>Of a record that is not there yet.</summary>
    public static RecordRights OfNewRecord(FormAccess access) => new(access, AccessAnswers.None, null);

    /// <summary>Of some stored record, of which nothing is known: what may be.</summary>
    public static RecordRights OfSomeRecord(FormAccess access) => new(access, AccessAnswers.None, null) { IsStored = true };

    private bool IsStored { get; init; } = id is not null;

    public bool MaySave => May(IsStored ? AccessOperation.Edit : AccessOperation.Create);

    public bool May(AccessOperation operation) => Holds(access.RuleOf(operation));

    /// <summary>
    /// Of the form, or a column of its lines. Where the record may not be saved nothing can be edited, and of a stored record nothing that is not shown: nobody
    /// overwrites what he has not seen.
    /// </summary>
    public FieldAccess Of(FieldModel field)
        => MayEdit(field) ? FieldAccess.Edit
            : Holds(access.RuleOf(field, FieldAccess.Read)) ? FieldAccess.Read
            : Holds(access.RuleOfMask(field)) ? FieldAccess.Masked
            : FieldAccess.Hidden;

    private bool MayEdit(FieldModel field) => MaySave && Holds(IsStored ? access.RuleOfChanging(field) : access.RuleOfFilling(field));

    private bool Holds(AccessRule rule) => id is { } record ? answers.Holds(rule, record) : !rule.IsNever;
}
