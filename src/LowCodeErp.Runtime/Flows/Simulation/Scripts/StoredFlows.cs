using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Flows.Simulation.Scripts;

/// <summary>What a script drives a stored instance with: the engine as it is, but for whom it asks who is who and what time it is, which the script says.</summary>
public sealed class StoredFlows(
    IRecordStore records, IFlowStore flows, IFlowVersions versions, FlowShell shell, IWorkspace workspace, IAccess access, IOrganisation organisation, IWorkingCalendars calendars,
    IFlowQueries queries, SavePipeline pipeline)
{
    internal WorkspaceModel Workspace => workspace.Current;

    internal IFlowQueries Queries => queries;

    internal SavePipeline Pipeline => pipeline;

    /// <param name="facts">Asked at each command.</param>
    /// <param name="answer">Gives null where the database has the answer.</param>
    internal FlowEngine NewEngine(Func<FlowFacts> facts, Func<FlowModel, FlowQuestion, FlowInstance, FlowAnswer?> answer)
        => new(records, flows, versions, shell, workspace, access, organisation, calendars, new())
        {
            Facts = _ => facts(),
            Apply = (model, state, flowEvent, given) => Answer(FlowMachine.Apply(model, state, flowEvent, given), question => answer(model, question, state.Instance)),
        };

    private static FlowStep Answer(FlowStep step, Func<FlowQuestion, FlowAnswer?> answer)
    {
        while (step is FlowStep.Asked asked && answer(asked.Question) is { } known)
        {
            step = asked.Answer(known);
        }

        return step is FlowStep.Asked open ? new FlowStep.Asked(open.Question, given => Answer(open.Answer(given), answer)) : step;
    }
}
