using System.Data.Common;
using LowCodeErp.Data.Platform;
using LowCodeErp.Portal.Navigation;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Web.Hosting;

internal sealed class WorkspaceProfile(PlatformContextFactory contexts) : IWorkspaceProfile
{
    /// <summary>Until a company has named its workspace it bears the product's name.</summary>
    private volatile string _lastKnown = "LowCodeErp";

    public async ValueTask<string> GetNameAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var context = contexts.CreateDbContext();
            var name = await context.Workspaces.Select(workspace => workspace.Name).SingleOrDefaultAsync(cancellationToken);
            _lastKnown = string.IsNullOrEmpty(name) ? _lastKnown : name;
        }
        catch (DbException)
        {
            // The error page bears the name too; it must not fail because the database does.
        }

        return _lastKnown;
    }
}
