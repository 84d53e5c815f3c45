namespace LowCodeErp.Metadata.Flows.Tasks;

/// <summary>How several people decide together.</summary>
public enum SeatMode
{
    /// <summary>会签: everybody has to approve.</summary>
    All,

    /// <summary>或签: one is enough.</summary>
    Any,

    /// <summary>依次: everybody has to approve, one after the other.</summary>
    Sequential,

    /// <summary>票签: as many as the threshold says.</summary>
    Vote,
}
