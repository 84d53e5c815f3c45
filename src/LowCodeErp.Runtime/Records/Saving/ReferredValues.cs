using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>
/// The values at the end of a path through references, for many records at once: one statement for each reference, and one for the rights where the actor has not all. What he
/// may not read leads nowhere: it would stand in a field that he may.
/// </summary>
internal static class ReferredValues
{
    /// <param name="ids">Of the records that the first reference leads to.</param>
    /// <returns>By these ids; those whose path leads nowhere are left out.</returns>
    public static async Task<IReadOnlyDictionary<long, object?>> ReadAsync(
        SaveScope scope, FieldPath path, IReadOnlySet<long> ids, CancellationToken cancellationToken)
    {
        var places = ids.ToDictionary(id => id, id => (object?)id);
        foreach (var (reference, next) in path.Fields.Zip(path.Fields.Skip(1)))
        {
            var wanted = places.Values.OfType<long>().ToHashSet();
            var records = await scope.Transaction.ReadAsync(reference.Target!, wanted, cancellationToken);
            var isRead = await SaveRights.FindReadableAsync(scope, next, wanted, cancellationToken);
            places = places.ToDictionary(place => place.Key, place => place.Value is long id && records.TryGetValue(id, out var record) && isRead(id) ? record.Values[next.Ordinal] : null);
        }

        return places;
    }
}
