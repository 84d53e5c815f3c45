namespace LowCodeErp.Metadata.Flows;

/// <summary>What begins an instance.</summary>
public enum FlowTrigger
{
    /// <summary>A member submits a record.</summary>
    Submit,

    /// <summary>A record was created, by whatever door.</summary>
    Created,

    /// <summary>A record was changed, by whatever door.</summary>
    Changed,

    Schedule,

    /// <summary>A member presses a button on the page of the record.</summary>
    Button,
}
