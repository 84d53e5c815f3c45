using System.Runtime.CompilerServices;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Publishing;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Data.Records;

/// <summary>Where records are kept: the forms' tables, <c>sys_history</c> and the counters.</summary>
public sealed class RecordStore(WorkspaceConnections connections, PublishedWorkspace workspace, IdAllocator ids) : IRecordStore
{
    private readonly WorkspaceContextFactory _contexts = new(connections);
    private readonly RecordStoreParts _parts = new(connections, ids);
    private readonly ConditionalWeakTable<WorkspaceModel, RecordTables> _tables = [];

    /// <summary>The transaction sees one version of the workspace until its end; publications wait for it.</summary>
    public async Task<IRecordTransaction> BeginAsync(CancellationToken cancellationToken = default)
    {
        var transaction = await connections.BeginWriteAsync(cancellationToken);
        try
        {
            var model = await workspace.GetCurrentAsync(transaction, cancellationToken);
            return new RecordTransaction(_parts, GetTables(transaction, model), transaction);
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    private RecordTables GetTables(WriteTransaction transaction, WorkspaceModel model)
        => _tables.GetValue(model, _ =>
        {
            using var context = _contexts.On(transaction.Connection, model);
            return new(context, workspace.TimeZone);
        });
}
