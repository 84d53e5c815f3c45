namespace LowCodeErp.Runtime.Flows;

/// <summary>Tells the pages of this node at once that instances have changed. Pages of other nodes look now and then.</summary>
public sealed class FlowNews
{
    /// <summary>Raised where the change was made, after it was stored: whoever listens does no work there.</summary>
    public event Action<FlowNewsItem>? Arrived;

    internal void Tell(FlowNewsItem item) => Arrived?.Invoke(item);
}
