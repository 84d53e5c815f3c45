using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>The values at the end of a path through references, for many records at once: one statement for each reference.</summary>
internal static class ReferredValues
{
    /// <param name="ids">Of the records that the first reference leads to.</param>
    /// <returns>By these ids; those whose path leads nowhere are left out.</returns>
    public static async Task<IReadOnlyDictionary<long, object?>> ReadAsync(
        IRecordTransaction transaction, FieldPath path, IReadOnlySet<long> ids, CancellationToken cancellationToken)
    {
        var places = ids.ToDictionary(id => id, id => (object?)id);
        foreach (var (reference, next) in path.Fields.Zip(path.Fields.Skip(1)))
        {
            var wanted = places.Values.OfType<long>().ToHashSet();
            var records = await transaction.ReadAsync(reference.Target!, wanted, cancellationToken);
            places = places.ToDictionary(place => place.Key, place => place.Value is long id && records.TryGetValue(id, out var record) ? record.Values[next.Ordinal] : null);
        }

        return places;
    }
}
