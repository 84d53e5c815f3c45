using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Records;

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
    public sealed record Refused(Diagnostic Diagnostic) : FlowResult
    {
        /// <summary>Why the record could not be stored that came with the command, in full; null where that is not the reason.</summary>
        public SaveResult? Record { get; init; }
    }
}
