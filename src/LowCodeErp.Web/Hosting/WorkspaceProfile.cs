using LowCodeErp.Data.Platform;
using LowCodeErp.Portal.Navigation;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Web.Hosting;

internal sealed class WorkspaceProfile(PlatformContextFactory contexts) : IWorkspaceProfile
{
    /// <summary>Until a company has named its workspace it bears the product's name.</summary>
    private const string Unnamed = "LowCodeErp";

    public async ValueTask<string> GetNameAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await context.Workspaces.Select(workspace => workspace.Name).SingleOrDefaultAsync(cancellationToken) ?? Unnamed;
    }
}
