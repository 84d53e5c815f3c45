using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Unique fields and what no two records may have in common, inside the batch and against what is stored; one statement for each.</summary>
internal sealed class CheckUniqueness : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        foreach (var part in batch.All)
        {
            foreach (var field in part.Form.StoredFields.Where(field => field.IsUnique))
            {
                await CheckAsync(part, field, cancellationToken);
            }
        }
    }

    private static async Task CheckAsync(SaveBatch batch, FieldModel field, CancellationToken cancellationToken)
    {
        var changed = batch.Records.Where(record => !record.IsDeleted && !record[field].IsBlank && record.IsFieldChanged(field)).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        var owners = await batch.Scope.Transaction.FindIdsAsync(field, [.. changed.Select(record => record[field].Content!)], cancellationToken);
        var isShown = await FindShownAsync(batch, field, changed, cancellationToken);
        var leaving = batch.Records.Where(record => record.Stored is not null && (record.IsDeleted || record.IsFieldChanged(field))).Select(record => record.Id).ToHashSet();
        var seen = new Dictionary<object, PendingRecord>();
        var taken = new List<(PendingRecord Record, long Owner)>();
        foreach (var record in changed)
        {
            var value = record[field].Content!;
            if (!seen.TryAdd(field.ComparedBy(value), record))
            {
                record.Diagnostics.Add(Describe(record, field, NameOf(field.Form, seen[field.ComparedBy(value)].Values, 0), isShown(record.Id)));
            }
            else if (owners.TryGetValue(value, out var owner) && owner != record.Id && !leaving.Contains(owner))
            {
                taken.Add((record, owner));
            }
        }

        await TellOwnersAsync(batch, field, taken, isShown, cancellationToken);
    }

    /// <summary>Of which records the actor may be told the value: what he has entered himself he knows.</summary>
    private static async Task<Func<long, bool>> FindShownAsync(SaveBatch batch, FieldModel field, List<PendingRecord> changed, CancellationToken cancellationToken)
    {
        var stored = changed.Where(record => record.IsRestored || (field.IsComputed && !record.IsNew)).Select(record => record.Id).ToHashSet();
        var isRead = await SaveRights.FindReadableAsync(batch.Scope, field, stored, cancellationToken);
        return id => !stored.Contains(id) || isRead(id);
    }

    private static async Task TellOwnersAsync(SaveBatch batch, FieldModel field, List<(PendingRecord Record, long Owner)> taken, Func<long, bool> isShown, CancellationToken cancellationToken)
    {
        var owners = taken.Count == 0
            ? new Dictionary<long, StoredRecord>()
            : await batch.Scope.Transaction.ReadAsync(field.Form, taken.Select(pair => pair.Owner).ToHashSet(), cancellationToken);
        var isSeen = await FindSeenAsync(batch, field.Form, owners.Keys, cancellationToken);
        foreach (var (record, owner) in taken)
        {
            record.Diagnostics.Add(Describe(record, field, isSeen(owner) ? NameOf(field.Form, owners[owner].Values, owner) : RecordDiagnostics.AnotherUnseen(), isShown(record.Id)));
        }
    }

    /// <summary>Which records may be named to the actor. Lines are named by their number alone.</summary>
    private static async Task<Func<long, bool>> FindSeenAsync(SaveBatch batch, FormModel form, IEnumerable<long> owners, CancellationToken cancellationToken)
    {
        return form.Title is { } title
            ? await SaveRights.FindReadableAsync(batch.Scope, title, [.. owners], cancellationToken)
            : _ => batch.Scope.Access.IsUnlimited;
    }

    private static Diagnostic Describe(PendingRecord record, FieldModel field, LocalizedText other, bool isShown)
    {
        if (field.UniqueKey is { } key)
        {
            var place = key.Reads.FirstOrDefault(read => !record.IsHidden(read)) is { } shown ? record.PathOf(shown) : record.PathPrefix.TrimEnd('.');
            return RecordDiagnostics.NotUniqueTogether(place, field.Label, key.Message, other);
        }

        var value = isShown ? field.Type.Format(record[field], field.Settings, CultureInfo.InvariantCulture) : FieldMask.Whole;
        return record.IsRestored
            ? RecordDiagnostics.NotRestorable(record.PathOf(field), field.Label, value, other)
            : record.IsHidden(field) ? RecordDiagnostics.NotUniqueHidden(record.PathPrefix.TrimEnd('.'), field.Label, value, other)
            : RecordDiagnostics.NotUnique(record.PathOf(field), field.Label, value, other);
    }

    /// <summary>By its title, where that is a text of its own; lines have none.</summary>
    private static LocalizedText NameOf(FormModel form, object?[] values, long id)
    {
        var title = form.Title is { HoldsIds: false, IsStored: true } field
            ? field.Type.Format(new Value(field.Kind, values[field.Ordinal]), field.Settings, CultureInfo.InvariantCulture)
            : "";
        return RecordDiagnostics.NameOf(form.Label, title, id);
    }
}
