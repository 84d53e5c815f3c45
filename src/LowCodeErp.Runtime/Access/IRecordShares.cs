using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Access;

/// <summary>
/// Single records that members share with others. A share gives nothing by itself: it makes the record one of those that roles of the receiver are about
/// with <c>"rows": "shared"</c>, and only what both allow may be done.
/// </summary>
public interface IRecordShares
{
    /// <summary>With whom a record is shared, those whose share has ended included; nothing for whoever may not share it.</summary>
    Task<IReadOnlyList<GivenShare>> ReadAsync(FormModel form, long id, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>In force at once; one with the same member is replaced.</summary>
    /// <returns>Why not; nothing was changed then.</returns>
    Task<IReadOnlyList<Diagnostic>> ShareAsync(NewShare share, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>Ends at once. One that is gone already is no mistake.</summary>
    /// <returns>Why not; nothing was changed then.</returns>
    Task<IReadOnlyList<Diagnostic>> TakeBackAsync(FormModel form, long id, long memberId, Actor actor, CancellationToken cancellationToken = default);
}
