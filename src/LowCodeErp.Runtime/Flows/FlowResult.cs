using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows;

/// <summary>What became of a command.</summary>
public abstract record FlowResult
{
    private FlowResult()
    {
    }

    /// <summary>It was carried out, now or when the same command came before.</summary>
    /// <param name="Version">Of the instance, after the command.</param>
    public sealed record Done(long InstanceId, long Version, FlowStatus Status) : FlowResult;

    /// <summary>Nothing has changed.</summary>
    public sealed record Refused(Diagnostic Diagnostic) : FlowResult;
}
