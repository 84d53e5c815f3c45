using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Calendars;
using LowCodeErp.Data.Files;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Publishing;
using LowCodeErp.Runtime.Flows;

namespace LowCodeErp.Data.Health;

/// <summary>
/// Examines what is stored: whether it is whole, agrees with what is published, and was changed only by the system. It reads
/// only and may run while people work.
/// </summary>
/// <param name="files">Null where all contents are in the database.</param>
/// <param name="versions">Null where instances of flows are not looked into.</param>
/// <param name="clock">What time it is; null for the time of the machine.</param>
public sealed class Doctor(WorkspaceConnections connections, PublishedWorkspace workspace, FilePlace? files = null, IFlowVersions? versions = null, TimeProvider? clock = null)
{
    /// <summary>Tables come before the checks that ask about their columns.</summary>
    private readonly IReadOnlyList<IHealthCheck> _checks =
    [
        new CheckFile(),
        new CheckTables(),
        new CheckReferences(),
        new CheckFiles(new(connections, files ?? FilePlace.InDatabase)),
        new CheckLines(),
        new CheckUniqueValues(),
        new CheckSensitiveValues(),
        new CheckIndexes(),
        new CheckFormulas(),
        new CheckRollups(),
        new CheckVersions(),
        new CheckIds(),
        new CheckHistory(new(connections)),
        new CheckTiers(),
        .. versions is null ? (IReadOnlyList<IHealthCheck>)[] : [new CheckInstances(new(connections), versions)],
        new CheckAgenda(clock ?? TimeProvider.System),
    ];

    private readonly PlatformContextFactory _platform = new(connections);
    private readonly WorkspaceContextFactory _workspaces = new(connections);
    private readonly CalendarStore _calendars = new(connections);

    /// <returns>Empty when all is well.</returns>
    public async Task<IReadOnlyList<Diagnostic>> ExamineAsync(CancellationToken cancellationToken = default)
    {
        var findings = new List<Diagnostic>((await workspace.LoadAsync(cancellationToken)).Select(HealthDiagnostics.Unpublishable));
        var calendar = await _calendars.ReadAsync(cancellationToken);
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _workspaces.On(connection, workspace.Current);
        await using var platform = _platform.On(connection);
        var examination = new Examination(connection, connections.Target.Provider, context, platform, workspace.TimeZone, calendar);
        foreach (var check in _checks)
        {
            await foreach (var finding in check.ExamineAsync(examination, cancellationToken))
            {
                findings.Add(finding);
            }
        }

        return findings;
    }
}
