using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Flows.Work;

/// <summary>What came of a job.</summary>
public abstract record FlowJobResult
{
    private FlowJobResult()
    {
    }

    /// <param name="Json">What the step that waits is told; null for nothing.</param>
    public sealed record Done(string? Json) : FlowJobResult;

    /// <param name="MayPass">Whether trying again later may help.</param>
    public sealed record Failed(Diagnostic Reason, bool MayPass) : FlowJobResult;
}
