namespace LowCodeErp.Metadata.Flows.Tasks;

/// <summary>What a rejected step means for the instance (rule 28).</summary>
public enum RejectionPolicy
{
    /// <summary>The branch is rejected; on the trunk, the instance ends.</summary>
    End,

    /// <summary>It goes back to the initiator.</summary>
    Initiator,

    /// <summary>It goes back to the step before.</summary>
    Previous,

    /// <summary>It goes back to a named step.</summary>
    Block,
}
