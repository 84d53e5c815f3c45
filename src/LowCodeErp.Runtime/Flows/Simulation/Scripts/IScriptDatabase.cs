namespace LowCodeErp.Runtime.Flows.Simulation.Scripts;

/// <summary>A database that scripts are run against. The flow is published in it, and whoever the scripts name is a member.</summary>
public interface IScriptDatabase
{
    /// <summary>The program that runs on it.</summary>
    StoredFlows Program { get; }

    /// <summary>Ends the program and starts another one, which knows nothing but what is stored.</summary>
    Task RestartAsync(CancellationToken cancellationToken);
}
