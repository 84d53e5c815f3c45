using LowCodeErp.Runtime.Flows.Model;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>What can go wrong with a flow whose parts are all right.</summary>
internal static class FlowSoundness
{
    public static void Check(FlowModel model, FlowDraft flow)
    {
        _ = model;
        _ = flow;
    }
}
