using LowCodeErp.Data.Access;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Organisations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LowCodeErp.Data.Publishing;

/// <summary>Follows what other nodes publish or change in the calendar, the rights and the organisation, and what accounts change in the organisation, within two seconds.</summary>
public sealed class WorkspaceRefresh(
    PublishedWorkspace workspace, WorkingCalendars calendars, MemberRights rights, CurrentOrganisation organisation, TimeProvider clock, ILogger<WorkspaceRefresh> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await RefreshAsync(stoppingToken);
        }
    }

    private async Task RefreshAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RefreshWorkspaceAsync(stoppingToken);
            if (await calendars.IsOutdatedAsync(stoppingToken))
            {
                await calendars.LoadAsync(stoppingToken);
            }

            await rights.RefreshAsync(stoppingToken);
            if (await organisation.IsOutdatedAsync(stoppingToken))
            {
                await organisation.LoadAsync(stoppingToken);
            }
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidDataException or TimeoutException)
        {
            // The database is away for a moment or holds what this node cannot read: what runs goes on, the next tick tries again.
            logger.LogWarning(exception, "The published version could not be read.");
        }
    }

    private async Task RefreshWorkspaceAsync(CancellationToken stoppingToken)
    {
        if (!await workspace.IsOutdatedAsync(stoppingToken))
        {
            return;
        }

        foreach (var diagnostic in await workspace.LoadAsync(stoppingToken))
        {
            logger.LogError("The published state cannot be run by this node: {Diagnostic}", diagnostic);
        }
    }
}
