using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Access.Explaining;

/// <summary>Whether a member may do something.</summary>
/// <param name="Form">Never of lines; their columns are fields of the form that they belong to.</param>
/// <param name="RecordId">Null: with the records of the form in general.</param>
/// <param name="Field">Null: with the record as a whole. With a field one asks about viewing, creating and editing alone.</param>
public sealed record AccessQuestion(long MemberId, FormModel Form, long? RecordId, FieldModel? Field, AccessOperation Operation)
{
    /// <summary>What a question with a field can be about.</summary>
    public static IReadOnlyList<AccessOperation> OfFields { get; } = [AccessOperation.View, AccessOperation.Create, AccessOperation.Edit];

    /// <summary>False: of the form as a whole, whatever record is named. Who may import at all hands in a file, of whose rows the saving decides.</summary>
    public bool IsOfRecords => Operation != AccessOperation.Import;

    /// <summary>All that has to be allowed.</summary>
    public IReadOnlyList<AccessOperation> Required
        => Operation is AccessOperation.View or AccessOperation.Create or AccessOperation.Design ? [Operation] : [AccessOperation.View, Operation];

    /// <summary>How much of the field it takes.</summary>
    public FieldAccess Least => Operation == AccessOperation.View ? FieldAccess.Read : FieldAccess.Edit;
}
