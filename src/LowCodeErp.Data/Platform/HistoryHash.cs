using LowCodeErp.Data.Platform.Mapping;

namespace LowCodeErp.Data.Platform;

/// <summary>SHA-256 over an entry's own <see cref="HashedContent"/>, in the order of the columns. It is permanent.</summary>
public static class HistoryHash
{
    public static byte[] Of(HistoryEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Of(
            entry.Id, entry.Form, entry.RecordId, entry.Version, KeyedEnum.ToKey(entry.Action), UtcConverter.Cut(entry.At), entry.ActorId, entry.ActorName,
            KeyedEnum.ToKey(entry.Through), entry.Changes);
    }

    /// <summary>Of what is stored, whether it still means anything or not.</summary>
    internal static byte[] Of(
        long id, string form, long recordId, long version, string action, DateTime at, long actorId, string actorName, string through, string changes)
    {
        var content = new HashedContent(form.Length + action.Length + actorName.Length + through.Length + changes.Length);
        content.Write(id);
        content.Write(form);
        content.Write(recordId);
        content.Write(version);
        content.Write(action);
        content.Write(at.Ticks);
        content.Write(actorId);
        content.Write(actorName);
        content.Write(through);
        content.Write(changes);
        return content.Hash();
    }
}
