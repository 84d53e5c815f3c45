namespace LowCodeErp.Runtime.Flows.State;

/// <summary>Where a scope stands. Stored by name.</summary>
public enum ScopeStatus
{
    Live,
    Done,
    Cancelled,

    /// <summary>A branch of an earlier generation whose result counts in the present one (flows.md 1.2).</summary>
    Carried,
}
