using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.UI.Controls.StatusBadge;

namespace LowCodeErp.Portal.Flows;

/// <summary>Words for what the engine says in codes, in <c>FlowWords.resx</c>: <c>Status.</c> with a state, <c>Action.</c> and <c>Reason.</c> with a code.</summary>
public sealed class FlowWords
{
    private FlowWords()
    {
    }

    public static StatusTone ToneOf(FlowStatus status) => status switch
    {
        FlowStatus.Running => StatusTone.Info,
        FlowStatus.Approved => StatusTone.Success,
        FlowStatus.Returned => StatusTone.Warning,
        FlowStatus.Rejected or FlowStatus.Terminated => StatusTone.Danger,
        _ => StatusTone.Neutral,
    };
}
