using System.Data.Common;
using LowCodeErp.Data.Providers;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LowCodeErp.Web.Hosting;

/// <summary>Healthy means that a query could run now.</summary>
internal sealed class DatabaseHealth(WorkspaceConnections connections) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = await connections.OpenReadAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (DbException exception)
        {
            // That the database does not answer is the very thing to report.
            return HealthCheckResult.Unhealthy("The database does not answer.", exception);
        }
    }
}
