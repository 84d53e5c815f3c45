using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Encryption;
using LowCodeErp.Data.Flows;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Flows.State;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Records;

/// <summary>What all record transactions of a process share.</summary>
internal sealed class RecordStoreParts(WorkspaceConnections connections, IdAllocator ids)
{
    private InsertTarget<HistoryEntry>? _history;
    private FlowTable<FlowInstance>? _flows;

    public RecordDialect Dialect { get; } = RecordDialect.For(connections.Target.Provider);

    public IdAllocator Ids { get; } = ids;

    public DataKeys Keys { get; } = connections.Keys;

    public AuditLog Audit { get; } = new(connections, ids, TimeProvider.System);

    public NumberCounters Counters { get; } = new(connections);

    public DatabaseProvider Provider { get; } = connections.Target.Provider;

    public WorkspaceContextFactory Workspaces { get; } = new(connections);

    public PlatformContextFactory Platform { get; } = new(connections);

    public InsertTarget<HistoryEntry> GetHistoryTable(ISqlGenerationHelper sql)
    {
        if (_history is null)
        {
            using var context = Platform.CreateDbContext();
            _history = PlatformTable.Describe<HistoryEntry>(context.Model, sql);
        }

        return _history;
    }

    public FlowTable<FlowInstance> GetFlowTable(ISqlGenerationHelper sql)
    {
        if (_flows is null)
        {
            using var context = Platform.CreateDbContext();
            _flows = new(context.Model, sql);
        }

        return _flows;
    }
}
