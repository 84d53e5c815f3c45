namespace LowCodeErp.Runtime.Workspaces;

/// <summary>
/// The zone of the workspace, for extensions. They are made before the workspace is read, which needs them; that is why they
/// ask for the zone only when they use it.
/// </summary>
public sealed class WorkspaceZone(Func<TimeZoneInfo> find)
{
    public TimeZoneInfo Current => find();
}
