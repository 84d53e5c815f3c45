using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>What all records of one request share.</summary>
internal sealed class SaveScope
{
    public required SaveRequest Request { get; init; }

    public required IRecordTransaction Transaction { get; init; }

    /// <summary>The moment of the save, in UTC, one for the whole request.</summary>
    public required DateTime At { get; init; }

    /// <summary>The day of the save in the workspace's time zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>What the actor may do.</summary>
    public required MemberAccess Access { get; init; }

    /// <summary>What formulas know besides their record.</summary>
    public EvaluationContext Evaluation => Access.Evaluation;

    /// <summary>What conditions know besides their record: also what it was before.</summary>
    public EvaluationContext ChangeOf(PendingRecord record)
        => Evaluation.During(record.Stored is { } stored ? new ArrayRow(stored.Values) : null, record.IsNew);

    /// <summary>Saves the missing targets of references, in the same transaction.</summary>
    public required Func<SaveRequest, CancellationToken, Task<SaveResult>> SaveTargetsAsync { get; init; }

    /// <summary>Records that nobody has touched and into which the saved ones are rolled up, as far as that changed them and somebody has to answer for it.</summary>
    public List<SaveBatch> Followed { get; } = [];

    /// <summary>The fields of all forms that refer to a form.</summary>
    public required Func<FormModel, IEnumerable<FieldModel>> ReferencesTo { get; init; }

    /// <summary>The flows that the records of a form go through.</summary>
    public required Func<FormModel, IEnumerable<FlowModel>> FlowsOf { get; init; }

    /// <summary>Set by the step that finds a record changed by somebody else; nothing is stored then.</summary>
    public ChangeConflict? Conflict { get; set; }

    public Actor Actor => Request.Actor;

    public FieldModel? KeyField => Request.KeyField;
}
