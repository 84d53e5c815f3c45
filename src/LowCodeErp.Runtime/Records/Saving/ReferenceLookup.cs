using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>
/// The values of one reference or member field for a whole batch: texts (codes, titles, names) become ids, ids are checked
/// to exist, and missing targets are created where the request asks for it. At most three statements a batch.
/// </summary>
internal sealed class ReferenceLookup(SaveScope scope, FieldModel field)
{
    public async Task ReadAsync(IReadOnlyList<PendingRecord> records, CancellationToken cancellationToken)
    {
        var texts = records.Select(TextOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var byText = texts.Count == 0 ? new Dictionary<string, long>() : await FindAsync(texts, cancellationToken);
        var ids = records.Select(IdOf).OfType<long>().ToHashSet();
        var existing = ids.Count == 0 ? new HashSet<long>() : await FindExistingAsync(ids, cancellationToken);
        foreach (var record in records)
        {
            record[field] = Read(record, byText, existing);
        }
    }

    private Value Read(PendingRecord record, IReadOnlyDictionary<string, long> byText, IReadOnlySet<long> existing)
    {
        var input = InputOf(record);
        if (TextOf(record) is { } text)
        {
            if (!byText.TryGetValue(text, out var found))
            {
                record.Diagnostics.Add(RecordDiagnostics.ReferenceNotFound(record.PathOf(field), field.Label, text));
                return Value.Blank(ValueKind.Reference);
            }

            return Value.OfReference(found);
        }

        if (IdOf(record) is { } id && !existing.Contains(id))
        {
            record.Diagnostics.Add(RecordDiagnostics.ReferenceGone(record.PathOf(field), field.Label));
            return Value.Blank(ValueKind.Reference);
        }

        return field.Type.Read(input, field.Settings, record.PathOf(field), record.Diagnostics);
    }

    private InputValue InputOf(PendingRecord record) => record.Input.Values[field.Key];

    private string? TextOf(PendingRecord record) => (InputOf(record).Content as string)?.Trim() is { Length: > 0 } text ? text : null;

    private long? IdOf(PendingRecord record)
        => InputOf(record).Content is decimal number && decimal.IsInteger(number) && number is >= 1 and <= long.MaxValue ? (long)number : null;

    private async Task<IReadOnlySet<long>> FindExistingAsync(HashSet<long> ids, CancellationToken cancellationToken)
        => field.Target is { } target
            ? await scope.Transaction.FindExistingAsync(target, ids, cancellationToken)
            : await scope.Transaction.FindExistingMembersAsync(ids, cancellationToken);

    private async Task<IReadOnlyDictionary<string, long>> FindAsync(HashSet<string> texts, CancellationToken cancellationToken)
    {
        if (field.Target is not { } target)
        {
            return await scope.Transaction.FindMembersAsync(texts, cancellationToken);
        }

        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var matched in MatchFields(target))
        {
            var missing = texts.Where(text => !found.ContainsKey(text)).ToHashSet<object>();
            if (missing.Count > 0)
            {
                await AddAsync(found, matched, missing, cancellationToken);
            }
        }

        await CreateMissingAsync(target, texts, found, cancellationToken);
        return found;
    }

    private IEnumerable<FieldModel> MatchFields(FormModel target)
        => scope.Request.MatchFields.TryGetValue(field.Key, out var matched)
            ? [matched]
            : new[] { target.Code, target.Title }.OfType<FieldModel>().Where(candidate => candidate.Kind == ValueKind.Text).Distinct();

    private async Task AddAsync(Dictionary<string, long> found, FieldModel matched, HashSet<object> texts, CancellationToken cancellationToken)
    {
        foreach (var (text, id) in await scope.Transaction.FindIdsAsync(matched, texts, cancellationToken))
        {
            found[(string)text] = id;
        }
    }

    private async Task CreateMissingAsync(FormModel target, HashSet<string> texts, Dictionary<string, long> found, CancellationToken cancellationToken)
    {
        var missing = texts.Where(text => !found.ContainsKey(text)).ToList();
        if (missing.Count == 0 || !scope.Request.CreateMissing.Contains(field.Key))
        {
            return;
        }

        var request = new SaveRequest(target, [.. missing.Select(text => NewTarget(target, text))], scope.Actor, scope.Request.Source);
        if (await scope.SaveTargetsAsync(request, cancellationToken) is SaveResult.Saved saved)
        {
            foreach (var (text, record) in missing.Zip(saved.Records))
            {
                found[text] = record.Id;
            }
        }
    }

    /// <summary>The text is all that is known, so it stands for both the code and the title.</summary>
    private RecordInput NewTarget(FormModel target, string text)
    {
        var keys = MatchFields(target).Take(1).Append(target.Title!).Select(named => named.Key).Distinct();
        return new() { Values = keys.ToDictionary(key => key, _ => InputValue.Of(text)) };
    }
}
