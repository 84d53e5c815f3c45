using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace LowCodeErp.Data.Model;

/// <summary>One EF model for each published state of a workspace: the workspace model itself, by identity, is the key.</summary>
internal sealed class WorkspaceModelCacheKeyFactory : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (((WorkspaceContext)context).Workspace, designTime);
}
