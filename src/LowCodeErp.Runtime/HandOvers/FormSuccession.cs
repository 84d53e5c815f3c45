using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.HandOvers;

/// <summary>Puts the successor in the leaver's place in the records of one form and in their lines.</summary>
internal sealed class FormSuccession(
    FormModel form, HandOver handOver, Actor actor, SavePipeline pipeline, IRecordTransaction transaction, DiagnosticBag diagnostics)
{
    private const int BatchSize = 500;

    /// <summary>More are only counted.</summary>
    private const int MostTold = 50;

    private readonly IReadOnlyList<FieldModel> _fields = [.. RecordsPart.FieldsOf([form])];
    private readonly IReadOnlyList<FieldModel> _subTables = [.. form.SubTables.Where(field => RecordsPart.FieldsOf([field.Lines!]).Any())];
    private int _remaining;

    /// <returns>How many records were changed.</returns>
    public async Task<int> MoveAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var batch in ids.Chunk(BatchSize))
        {
            count += await SaveAsync(await ReadAsync(batch, cancellationToken), cancellationToken);
        }

        if (_remaining > MostTold)
        {
            diagnostics.Add(HandOverDiagnostics.MoreRemain(form.Label, _remaining - MostTold));
        }

        return count;
    }

    private async Task<IReadOnlyList<(StoredRecord Stored, RecordInput Input)>> ReadAsync(long[] ids, CancellationToken cancellationToken)
    {
        var stored = await transaction.ReadAsync(form, ids, cancellationToken);
        var lines = new Dictionary<string, ILookup<long, StoredRecord>>();
        foreach (var field in _subTables)
        {
            var read = await transaction.ReadLinesAsync(field.Lines!, [.. stored.Keys], cancellationToken);
            lines.Add(field.Key, read.ToLookup(line => (long)line.Values[field.Lines!.ParentReference!.Ordinal]!));
        }

        return [.. stored.Values.OrderBy(record => record.Id).Select(record => (record, new RecordInput
        {
            Id = record.Id,
            Version = record.Version,
            Values = Succeed(_fields, record),
            Lines = _subTables.ToDictionary(field => field.Key, field => (IReadOnlyList<RecordInput>)[.. lines[field.Key][record.Id].Select(line => SucceedLine(field, line))]),
        }))];
    }

    private RecordInput SucceedLine(FieldModel subTable, StoredRecord line) => new() { Id = line.Id, Values = Succeed(RecordsPart.FieldsOf([subTable.Lines!]), line) };

    private Dictionary<string, InputValue> Succeed(IEnumerable<FieldModel> fields, StoredRecord record) => fields
        .Select(field => (field.Key, Value: Succeed(record.Values[field.Ordinal])))
        .Where(changed => changed.Value is not null)
        .ToDictionary(changed => changed.Key, changed => changed.Value!.Value);

    /// <summary>Null where he is not named. Of several people the successor takes his place, and is named once.</summary>
    private InputValue? Succeed(object? content) => content switch
    {
        long member when member == handOver.Leaver.Id => InputValue.Of((decimal)handOver.Successor.Id),
        ValueList list when list.Items.Contains(handOver.Leaver.Id) => InputValue.Of(
            list.Items.Cast<long>().Select(member => member == handOver.Leaver.Id ? handOver.Successor.Id : member).Distinct().Select(member => InputValue.Of((decimal)member))),
        _ => null,
    };

    /// <summary>Those that are refused are left out, and the others saved; nothing of a refused batch is stored.</summary>
    private async Task<int> SaveAsync(IReadOnlyList<(StoredRecord Stored, RecordInput Input)> records, CancellationToken cancellationToken)
    {
        while (records.Count > 0 && !diagnostics.HasErrors)
        {
            var request = new SaveRequest(form, [.. records.Select(record => record.Input)], actor, ChangeSource.HandOver) { ConfirmsWarnings = true };
            switch (await pipeline.SaveAsync(request, transaction, cancellationToken))
            {
                case SaveResult.Saved saved:
                    return saved.Records.Count(record => record.IsChanged);
                case SaveResult.Invalid invalid:
                    var refused = invalid.Problems.Select(problem => problem.Index).ToHashSet();
                    Tell(records, invalid);
                    records = [.. records.Where((_, index) => !refused.Contains(index))];
                    break;
                default:
                    diagnostics.Add(HandOverDiagnostics.Busy(form.Label));
                    break;
            }
        }

        return 0;
    }

    private void Tell(IReadOnlyList<(StoredRecord Stored, RecordInput Input)> records, SaveResult.Invalid invalid)
    {
        foreach (var problem in invalid.Problems.DistinctBy(problem => problem.Index))
        {
            if (++_remaining <= MostTold)
            {
                diagnostics.Add(HandOverDiagnostics.RecordRemains(form.Label, NameOf(records[problem.Index].Stored), problem.Diagnostic.Message));
            }
        }
    }

    /// <summary>Its code or title, as far as that is a text; else its number.</summary>
    private string NameOf(StoredRecord record)
        => new[] { form.Code, form.Title }.OfType<FieldModel>().Select(field => record.Values[field.Ordinal] as string).FirstOrDefault(text => text is not null)
            ?? FormattableString.Invariant($"#{record.Id}");
}
