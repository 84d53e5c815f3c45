using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Records;

/// <summary><c>sys_history</c>, for bulk writing; columns and conversions are those of the platform's own model.</summary>
internal static class HistoryTable
{
    public static InsertTarget<HistoryEntry> Describe(IModel platform, ISqlGenerationHelper sql)
    {
        var entity = platform.FindEntityType(typeof(HistoryEntry))!;
        var table = entity.GetTableName()!;
        return new(table, sql.DelimitIdentifier(table), [.. entity.GetProperties().Select(property => Describe(property, sql))]);
    }

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

    private static StoredProperty<HistoryEntry> Describe(IProperty property, ISqlGenerationHelper sql)
    {
        var name = property.GetColumnName();
        var getter = property.GetGetter();
        return new(new(name, sql.DelimitIdentifier(name), property.GetRelationalTypeMapping()), entry => getter.GetClrValue(entry));
    }

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
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };
}
