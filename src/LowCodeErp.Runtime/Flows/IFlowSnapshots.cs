using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Flows;

/// <summary>What people decided upon, of flows that keep it (rule 43); other flows show the record as it is.</summary>
public interface IFlowSnapshots
{
    /// <summary>
    /// The record as the holder of a seat decided upon it. He sees what his step showed him, for good; anybody else what he sees of the record today.
    /// </summary>
    /// <returns>Null where nothing is kept, and for whoever may not see it.</returns>
    Task<DecidedRecord?> FindAsync(long instanceId, int seatId, Actor actor, CancellationToken cancellationToken = default);
}
