using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>
/// The files of one field for a whole batch. A record may keep those that it has and take those that whoever saves has sent; any other id
/// is refused, whoever knows it. No text brings a file, but the names of its own, as an exported list has them, leave a record as it is. One statement a batch.
/// </summary>
internal sealed class FileLookup(SaveBatch batch, FieldModel field, FileRule rule)
{
    public async Task ReadAsync(IReadOnlyList<PendingRecord> records, CancellationToken cancellationToken)
    {
        var inputs = records.Select(record => ReferenceInput.Of(record, field)).ToList();
        var ids = inputs.SelectMany(input => TextOf(input.Record) is null ? input.NewIds : StoredIn(input.Record)).ToHashSet();
        var found = ids.Count == 0 ? new Dictionary<long, FileState>() : await batch.Scope.Transaction.Files.FindAsync(ids, cancellationToken);
        foreach (var input in inputs)
        {
            input.Record[field] = IsNamed(input.Record, found) ? Value.OfIds(StoredIn(input.Record)) : Read(input, found);
        }
    }

    private Value Read(ReferenceInput input, IReadOnlyDictionary<long, FileState> found)
    {
        var (record, path) = (input.Record, input.Record.PathOf(field));
        foreach (var id in input.NewIds)
        {
            if (!found.TryGetValue(id, out var state) || !IsFor(record, state))
            {
                record.Diagnostics.Add(FileDiagnostics.Gone(path, field.Label));
                return Value.Blank(field.Kind);
            }

            if (rule.Check(state.File) is { } problem)
            {
                record.Diagnostics.Add(problem with { Path = path });
            }
        }

        return field.Type.Read(record.Input.Values[field.Key], field.Settings, path, record.Diagnostics);
    }

    /// <summary>Its own from before is one that somebody else has removed meanwhile.</summary>
    private bool IsFor(PendingRecord record, FileState state) => state.Holder is { } holder
        ? !record.IsNew && holder == new FileHolder(batch.Form.Key, record.Id, field.Key)
        : state.Owner == batch.Scope.Actor.MemberId;

    private bool IsNamed(PendingRecord record, IReadOnlyDictionary<long, FileState> found)
        => TextOf(record) is { } text && text == ListText.Join(StoredIn(record).Select(id => found.GetValueOrDefault(id)?.File.Name ?? ""));

    private string? TextOf(PendingRecord record) => ReferenceInput.TextOf(record.Input.Values[field.Key]);

    private IEnumerable<long> StoredIn(PendingRecord record) => record.Stored?.Values[field.Ordinal] is ValueList ids ? ids.Items.Cast<long>() : [];
}
