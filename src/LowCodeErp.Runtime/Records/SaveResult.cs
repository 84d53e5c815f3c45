
namespace LowCodeErp.Runtime.Records;

/// <summary>What became of a save. Nothing is stored unless it is <see cref="Saved"/>.</summary>
public abstract record SaveResult
{
    private SaveResult()
    {
    }

    /// <param name="Records">In the order of the request.</param>
    public sealed record Saved(IReadOnlyList<SavedRecord> Records) : SaveResult
    {
        /// <summary>The warnings that were confirmed; the history keeps them.</summary>
        public IReadOnlyList<RecordWarning> Confirmed { get; init; } = [];
    }

    /// <summary>Nothing is wrong, but nobody has confirmed these warnings.</summary>
    /// <param name="Warnings">Those that were not named in the request, of every record.</param>
    public sealed record Unconfirmed(IReadOnlyList<RecordWarning> Warnings) : SaveResult;

    /// <param name="Problems">Every problem of every record.</param>
    public sealed record Invalid(IReadOnlyList<RecordProblem> Problems) : SaveResult;

    /// <summary>Somebody else changed a record in the meantime.</summary>
    public sealed record Conflict(ChangeConflict Change) : SaveResult;
}
