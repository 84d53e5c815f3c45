namespace LowCodeErp.Runtime.Workspaces;

/// <summary>The company's workspace as it is published now.</summary>
public interface IWorkspace
{
    /// <summary>Read once at the start of a piece of work and passed on, so that the piece sees one version throughout.</summary>
    WorkspaceModel Current { get; }

    /// <summary>The zone in which "today" and times of day are meant.</summary>
    TimeZoneInfo TimeZone { get; }

    /// <summary>Raised after <see cref="Current"/> has changed, on any thread.</summary>
    event Action? Changed;
}
