using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records;

/// <summary>Who changed what since the record was read.</summary>
/// <param name="At">In UTC; null when the record is gone.</param>
/// <param name="Fields">The fields that differ from what was read; empty when only lines differ or the record is gone.</param>
public sealed record ChangeConflict(long RecordId, string? ChangedBy, DateTime? At, IReadOnlyList<FieldModel> Fields, bool IsDeleted);
