using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Text;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Flows;

/// <summary>One command on its way: for which record of which flow, by whom, and in which transaction.</summary>
/// <param name="Flow">The version that the instance began with.</param>
internal sealed record FlowCommand(FlowModel Flow, long RecordId, Actor Actor, FlowFacts Facts, IRecordTransaction Transaction)
{
    /// <summary>Null when the system began the instance.</summary>
    public long? InitiatorId { get; init; } = Actor.MemberId;

    /// <summary>How many flows led to the instance, each by what it changed.</summary>
    public int Depth { get; init; }

    /// <summary>Formulas of a flow speak of the initiator where they say "the current user": whoever moves it on must not change what they come to.</summary>
    public EvaluationContext Evaluation => NewEvaluation(null);

    /// <summary>What a flow does of its own accord it does in its own name.</summary>
    public Actor InItsName => new(null, Flow.Label.Chinese, IsAdministrator: true);

    /// <param name="report">Told why a formula that is reckoned in memory has no value.</param>
    public EvaluationContext NewEvaluation(Action<FormulaDiagnostic>? report) => new(Facts.Now, Facts.Zone)
    {
        CurrentUser = InitiatorId,
        UserDepartment = InitiatorId is { } initiator ? Facts.Organisation.MainDepartmentOf(initiator) : null,
        Calendar = Facts.Calendar,
        Report = report,
    };
}
