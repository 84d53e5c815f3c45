namespace LowCodeErp.Runtime.Flows;

/// <summary>Flows as they were published: a running instance keeps the one that it began with (rule 58).</summary>
public interface IFlowVersions
{
    /// <summary>
    /// The flow as it was drawn in a version of the workspace, compiled over the forms as they are now, since those have the records. Kept in memory, for the flow of an
    /// instance is asked for with every command.
    /// </summary>
    /// <param name="version">Of the workspace, when the instance began.</param>
    Task<FoundFlow> FindAsync(string flow, long version, CancellationToken cancellationToken = default);
}
