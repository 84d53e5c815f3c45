using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Records of one form on their way through the pipeline, with the lines of their sub-tables as batches of their own.</summary>
internal sealed class SaveBatch
{
    public required FormModel Form { get; init; }

    public required IReadOnlyList<PendingRecord> Records { get; init; }

    public required SaveScope Scope { get; init; }

    /// <summary>One batch for each sub-table that the request names.</summary>
    public List<SaveBatch> Lines { get; } = [];

    /// <summary>This batch and those of its lines.</summary>
    public IEnumerable<SaveBatch> All => [this, .. Lines];

    public bool HasErrors => All.Any(batch => batch.Records.Any(record => record.HasErrors));
}
