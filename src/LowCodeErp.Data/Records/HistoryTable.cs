using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Data.Records;

/// <summary>The rows of <c>sys_history</c>.</summary>
internal static class HistoryTable
{
    public static HistoryEntry ToEntry(HistoryWrite write, long id) => new HistoryEntry
    {
        Id = id,
        Form = write.Form.Key,
        RecordId = write.RecordId,
        Version = write.Version,
        Action = ToAction(write.Action),
        At = write.At,
        ActorId = write.Actor.MemberId ?? 0,
        ActorName = write.Actor.Name,
        Through = ToThrough(write.Source),
        Changes = write.Changes,
    }.Seal();

    private static HistoryAction ToAction(RecordAction action) => action switch
    {
        RecordAction.Create => HistoryAction.Create,
        RecordAction.Update => HistoryAction.Update,
        RecordAction.Delete => HistoryAction.Delete,
        RecordAction.Restore => HistoryAction.Restore,
        RecordAction.Purge => HistoryAction.Purge,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    private static HistoryThrough ToThrough(ChangeSource source) => source switch
    {
        ChangeSource.Page => HistoryThrough.Page,
        ChangeSource.Import => HistoryThrough.Import,
        ChangeSource.Command => HistoryThrough.Command,
        ChangeSource.Seed => HistoryThrough.Seed,
        ChangeSource.Publication => HistoryThrough.Publication,
        ChangeSource.HandOver => HistoryThrough.HandOver,
        ChangeSource.Flow => HistoryThrough.Flow,
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };
}
