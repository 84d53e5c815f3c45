namespace LowCodeErp.Runtime.Flows.Simulation.Scripts;

/// <summary>Somebody who takes part in a script.</summary>
public sealed record FlowScriptMember
{
    /// <summary>His user name.</summary>
    public required string Name { get; init; }

    /// <summary>User name; null: the head of his department.</summary>
    public string? Superior { get; init; }

    /// <summary>Whether he has left.</summary>
    public bool Left { get; init; }
}
