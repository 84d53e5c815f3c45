namespace LowCodeErp.Runtime.Queries;

/// <param name="Groups">The largest first.</param>
/// <param name="HasMore">Whether there are more than were asked for.</param>
public sealed record RecordGroups(IReadOnlyList<RecordGroup> Groups, bool HasMore);
