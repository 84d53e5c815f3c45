using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>The stored records to which those of a batch refer, so that formulas follow references before anything is saved; one statement for each reference.</summary>
internal sealed class ReferredRows
{
    private readonly Dictionary<(FormModel Form, long Id), StoredRecord> _read = [];

    private ReferredRows()
    {
    }

    /// <param name="form">Of the records.</param>
    /// <param name="paths">From the records, or from those that lines belong to.</param>
    public static async Task<ReferredRows> ReadAsync(
        IRecordTransaction transaction, FormModel form, IReadOnlyList<PendingRecord> records, IEnumerable<IReadOnlyList<FieldModel>> paths, CancellationToken cancellationToken)
    {
        var referred = new ReferredRows();
        foreach (var path in paths.Where(path => path.Count > 1))
        {
            var sources = path[0].Form == form ? records : [.. records.Select(record => record.Owner).OfType<PendingRecord>()];
            var ids = sources.Select(source => source.Values[path[0].Ordinal]).OfType<long>().ToHashSet();
            foreach (var (reference, next) in path.Zip(path.Skip(1)))
            {
                await referred.ReadAsync(transaction, reference.Target!, ids, cancellationToken);
                ids = [.. ids.Select(id => referred.Find(reference.Target!, id)?.Values[next.Ordinal]).OfType<long>()];
            }
        }

        return referred;
    }

    /// <summary>The record as formulas read it.</summary>
    public IFormulaRow Of(FormModel form, PendingRecord record) => new Row(form, record.Values, record, this);

    private async Task ReadAsync(IRecordTransaction transaction, FormModel form, HashSet<long> ids, CancellationToken cancellationToken)
    {
        long[] unread = [.. ids.Where(id => !_read.ContainsKey((form, id)))];
        if (unread.Length > 0)
        {
            foreach (var (id, record) in await transaction.ReadAsync(form, unread, cancellationToken))
            {
                _read[(form, id)] = record;
            }
        }
    }

    private StoredRecord? Find(FormModel form, long id) => _read.GetValueOrDefault((form, id));

    /// <param name="pending">Null for a stored record.</param>
    private sealed class Row(FormModel form, object?[] values, PendingRecord? pending, ReferredRows referred) : IFormulaRow
    {
        public object? Get(int ordinal) => values[ordinal];

        public IFormulaRow? Follow(int ordinal)
        {
            var reference = form.Fields[ordinal];
            if (pending is not null && reference == form.ParentReference)
            {
                return pending.Owner is { } owner ? referred.Of(form.Parent!.Form, owner) : null;
            }

            return values[ordinal] is long id && referred.Find(reference.Target!, id) is { } stored ? new Row(reference.Target!, stored.Values, null, referred) : null;
        }

        public IReadOnlyList<IFormulaRow> Lines(int ordinal) => pending is IFormulaRow row ? row.Lines(ordinal) : [];
    }
}
