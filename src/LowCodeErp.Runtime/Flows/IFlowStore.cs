using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Flows;

/// <summary>
/// Keeps the instances of flows. Whatever is stored is a part of a transaction on records, since a command of a flow changes both or neither; the caller
/// commits.
/// </summary>
public interface IFlowStore
{
    Task<long> AllocateIdAsync(IRecordTransaction transaction, CancellationToken cancellationToken);

    /// <summary>
    /// The state as it is stored, which nobody else changes until the end of the transaction; and the receipt, if the command was carried out before. In one
    /// round trip.
    /// </summary>
    Task<FlowLoad> LoadAsync(long instanceId, Guid commandId, IRecordTransaction transaction, CancellationToken cancellationToken);

    /// <summary>Null unless the command was carried out.</summary>
    Task<FlowReceipt?> FindReceiptAsync(Guid commandId, IRecordTransaction transaction, CancellationToken cancellationToken);

    /// <summary>Writes the rows that are other records than before, and what belongs to them: to-do lists, history, receipt.</summary>
    /// <exception cref="FlowConflictException">Somebody else was faster; nothing of the transaction may be committed.</exception>
    Task StoreAsync(FlowChange change, IRecordTransaction transaction, CancellationToken cancellationToken);
}
