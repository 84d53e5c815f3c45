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

    /// <summary>Of a batch of lines that came without their records: these records, whose formulas and validations read the lines.</summary>
    public SaveBatch? Parents { get; set; }

    /// <summary>Nobody has touched the records: they are here because what they are computed from has changed.</summary>
    public bool IsOnlyComputed { get; init; }

    /// <summary>This batch, those of its lines, and that of the records that its lines belong to.</summary>
    public IEnumerable<SaveBatch> All => Parents is null ? [this, .. Lines] : [this, .. Lines, Parents];

    /// <summary>The parts in an order in which they are computed: lines before the record that adds them up.</summary>
    public IEnumerable<SaveBatch> InOrderOfComputation => All.OrderBy(part => part.Form.Parent is null);

    public bool HasErrors => All.Any(batch => batch.Records.Any(record => record.HasErrors));
}
