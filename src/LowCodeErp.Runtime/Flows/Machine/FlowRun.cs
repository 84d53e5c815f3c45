using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>One event on its way through an instance, which stops wherever a question is open.</summary>
internal sealed class FlowRun
{
    private readonly FlowWork _work;
    private readonly IEnumerator<FlowQuestion> _questions;

    private FlowRun(FlowWork work)
    {
        _work = work;
        _questions = Run(work).GetEnumerator();
    }

    public static FlowStep Begin(FlowModel model, FlowState state, FlowEvent flowEvent, FlowFacts facts) => new FlowRun(new(model, state, flowEvent, facts)).Go();

    private FlowStep Go()
    {
        if (_questions.MoveNext())
        {
            return new FlowStep.Asked(_questions.Current, Continue);
        }

        _questions.Dispose();
        return _work.Freeze();
    }

    private FlowStep Continue(FlowAnswer answer)
    {
        _work.Answer = answer;
        return Go();
    }

    private static IEnumerable<FlowQuestion> Run(FlowWork work)
    {
        if (work.Facts.FormChanged)
        {
            FlowReturns.NextRound(work);
        }

        foreach (var question in FlowCommands.Carry(work))
        {
            yield return question;
        }

        while (work.Refusal is null && work.Agenda.TryDequeue(out var step))
        {
            foreach (var question in step())
            {
                yield return question;
            }
        }
    }
}
