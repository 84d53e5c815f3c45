using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Departments;
using LowCodeErp.Data.Organisations;
using LowCodeErp.Data.Providers;

namespace LowCodeErp.Data.Tests.Organisations;

/// <summary>Stores that write down what is changed, for tests of one node.</summary>
internal static class AuditedStores
{
    public static OrganisationStore Organisation(WorkspaceConnections connections) => new(connections, AuditOf(connections));

    public static DepartmentStore Departments(WorkspaceConnections connections) => new(connections, AuditOf(connections));

    private static AuditLog AuditOf(WorkspaceConnections connections) => new(connections, new(connections), TimeProvider.System);
}
