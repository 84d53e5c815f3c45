namespace LowCodeErp.Runtime.Flows.Simulation.Scripts;

/// <summary>A department of a script.</summary>
public sealed record FlowScriptDepartment
{
    public required string Name { get; init; }

    /// <summary>Name of the one above, which stands before it in the list.</summary>
    public string? Parent { get; init; }

    /// <summary>User names.</summary>
    public IReadOnlyList<string> Heads { get; init; } = [];

    /// <summary>User names, without the heads.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];
}
