using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Access;

/// <summary>A record that is to be shared with a member.</summary>
/// <param name="MayEdit">Not only to be viewed.</param>
/// <param name="Until">First moment (UTC) at which it has ended; null: never.</param>
public sealed record NewShare(FormModel Form, long RecordId, long MemberId, bool MayEdit, DateTime? Until);
