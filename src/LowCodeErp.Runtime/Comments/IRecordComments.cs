using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Comments;

/// <summary>What members say about records. Whoever sees a record sees its comments and may add to them, but for auditors; each changes and deletes his own.</summary>
public interface IRecordComments
{
    /// <summary>The oldest first; none of a record that the actor does not see.</summary>
    Task<IReadOnlyList<RecordComment>> ReadAsync(FormModel form, long recordId, Actor actor, CancellationToken cancellationToken = default);

    /// <param name="files">Pending files of the actor, which are the comment's from then on.</param>
    /// <returns>Why it was not added; null when it was. So for the others.</returns>
    Task<Diagnostic?> AddAsync(FormModel form, long recordId, string text, IReadOnlyCollection<long> files, Actor actor, CancellationToken cancellationToken = default);

    Task<Diagnostic?> ChangeAsync(long commentId, string text, Actor actor, CancellationToken cancellationToken = default);

    Task<Diagnostic?> DeleteAsync(long commentId, Actor actor, CancellationToken cancellationToken = default);
}
