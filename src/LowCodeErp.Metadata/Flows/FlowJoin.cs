namespace LowCodeErp.Metadata.Flows;

/// <summary>How many branches have to come through before a parallel block is done.</summary>
public enum FlowJoin
{
    All,
    Any,
    Count,
}
