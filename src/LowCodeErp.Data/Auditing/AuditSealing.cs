using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LowCodeErp.Data.Auditing;

/// <summary>Seals every minute; every hour, and at the start, with every gap.</summary>
public sealed class AuditSealing(AuditSealer sealer, TimeProvider clock, ILogger<AuditSealing> logger) : BackgroundService
{
    private const int MinutesBetweenThorough = 60;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        for (var minute = 0; await timer.WaitForNextTickAsync(stoppingToken); minute++)
        {
            await SealAsync(minute % MinutesBetweenThorough == 0, stoppingToken);
        }
    }

    private async Task SealAsync(bool isThorough, CancellationToken stoppingToken)
    {
        try
        {
            await sealer.RunAsync(isThorough, stoppingToken);
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or IOException or TimeoutException or InvalidOperationException { InnerException: DbException })
        {
            // The database is away for a moment: the next minute seals as much.
            logger.LogWarning(exception, "The audit log could not be sealed.");
        }
    }
}
