using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Flows;

/// <summary>What somebody finds who opens an instance.</summary>
public abstract record FlowOpening
{
    private FlowOpening()
    {
    }

    public sealed record Opened(FlowView View) : FlowOpening;

    /// <summary>There is none, it is none of his business, or its flow cannot run any more.</summary>
    public sealed record Refused(Diagnostic Diagnostic) : FlowOpening;
}
