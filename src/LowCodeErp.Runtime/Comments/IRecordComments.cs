using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Comments;

/// <summary>What members say about records. Whoever sees a record sees its comments and may add to them; each changes and deletes his own.</summary>
public interface IRecordComments
{
    /// <summary>The oldest first; none of a record that the actor does not see.</summary>
    Task<IReadOnlyList<RecordComment>> ReadAsync(FormModel form, long recordId, Actor actor, CancellationToken cancellationToken = default);

    /// <returns>Why it was not added; null when it was. So for the others.</returns>
    Task<Diagnostic?> AddAsync(FormModel form, long recordId, string text, Actor actor, CancellationToken cancellationToken = default);

    Task<Diagnostic?> ChangeAsync(long commentId, string text, Actor actor, CancellationToken cancellationToken = default);

    Task<Diagnostic?> DeleteAsync(long commentId, Actor actor, CancellationToken cancellationToken = default);
}
