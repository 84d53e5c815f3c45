using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>
/// The values of one field of references or members for a whole batch: texts (codes, titles, names) become ids, ids are checked
/// to exist, and missing targets are created where the request asks for it. At most three statements a batch.
/// </summary>
internal sealed class ReferenceLookup(SaveScope scope, FieldModel field)
{
    /// <summary>Null for any other field.</summary>
    private DepartmentTree? _departments;

    public async Task ReadAsync(IReadOnlyList<PendingRecord> records, CancellationToken cancellationToken)
    {
        _departments = field.ItemShape is FieldShape.Department ? await scope.Transaction.ReadDepartmentsAsync(cancellationToken) : null;
        var inputs = records.Select(record => ReferenceInput.Of(record, field)).ToList();
        var texts = inputs.SelectMany(input => input.Texts).ToHashSet(StringComparer.Ordinal);
        var byText = texts.Count == 0 ? [] : await FindAsync(texts, inputs, cancellationToken);
        var ids = inputs.SelectMany(input => input.NewIds).ToHashSet();
        var existing = ids.Count == 0 ? new HashSet<long>() : await FindExistingAsync(ids, cancellationToken);
        foreach (var input in inputs)
        {
            input.Record[field] = Read(input, byText, existing);
        }
    }

    private Value Read(ReferenceInput input, Dictionary<string, long> byText, IReadOnlySet<long> existing)
    {
        var record = input.Record;
        var read = new List<InputValue>();
        var isRead = true;
        foreach (var item in input.ItemsOf(byText))
        {
            if (ReferenceInput.TextOf(item) is { } text)
            {
                if (byText.TryGetValue(text, out var found))
                {
                    read.Add(InputValue.Of((decimal)found));
                    continue;
                }

                record.Diagnostics.Add(NotFound(record.PathOf(field), text));
                isRead = false;
            }
            else if (ReferenceInput.IdOf(item) is { } id && !existing.Contains(id) && !input.IsStored(id))
            {
                record.Diagnostics.Add(_departments is null ? RecordDiagnostics.ReferenceGone(record.PathOf(field), field.Label) : DepartmentDiagnostics.Gone(record.PathOf(field)));
                isRead = false;
            }
            else
            {
                read.Add(item);
            }
        }

        var ids = field.IsList ? InputValue.Of(read) : read.FirstOrDefault();
        return isRead ? field.Type.Read(ids, field.Settings, record.PathOf(field), record.Diagnostics) : Value.Blank(field.Kind);
    }

    private Diagnostic NotFound(string path, string text)
    {
        if (_departments is null)
        {
            return RecordDiagnostics.ReferenceNotFound(path, field.Label, text);
        }

        var why = new DiagnosticBag();
        _departments.Find(text, path, why);
        return why.Items[0];
    }

    private async Task<IReadOnlySet<long>> FindExistingAsync(HashSet<long> ids, CancellationToken cancellationToken)
        => _departments is not null ? ids.Where(id => _departments.Find(id) is { IsActive: true }).ToHashSet()
            : field.Target is { } target ? await FindVisibleAsync(target, await scope.Transaction.FindExistingAsync(target, ids, cancellationToken), cancellationToken)
            : await scope.Transaction.FindExistingMembersAsync(ids, cancellationToken);

    private async Task<Dictionary<string, long>> FindAsync(
        HashSet<string> texts, IReadOnlyList<ReferenceInput> inputs, CancellationToken cancellationToken)
    {
        if (_departments is not null)
        {
            return texts.Select(text => (text, Named: _departments.Named(text))).Where(found => found.Named.Count == 1)
                .ToDictionary(found => found.text, found => found.Named[0].Id, StringComparer.Ordinal);
        }

        if (field.Target is not { } target)
        {
            return new(await scope.Transaction.FindMembersAsync(texts, cancellationToken), StringComparer.Ordinal);
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

        if (scope.Request.CreateMissing.Contains(field.Key))
        {
            var wanted = inputs.SelectMany(input => input.ItemsOf(found)).Select(ReferenceInput.TextOf).OfType<string>();
            await CreateAsync(target, [.. wanted.Where(text => !found.ContainsKey(text)).Distinct()], found, cancellationToken);
        }

        return found;
    }

    private IEnumerable<FieldModel> MatchFields(FormModel target)
        => scope.Request.MatchFields.TryGetValue(field.Key, out var matched)
            ? [matched]
            : new[] { target.Code, target.Title }.OfType<FieldModel>().Where(candidate => candidate.Kind == ValueKind.Text).Distinct();

    private async Task AddAsync(Dictionary<string, long> found, FieldModel matched, HashSet<object> texts, CancellationToken cancellationToken)
    {
        var ids = await scope.Transaction.FindIdsAsync(matched, texts, cancellationToken);
        var visible = await FindVisibleAsync(matched.Form, ids.Values.ToHashSet(), cancellationToken);
        foreach (var (text, id) in ids.Where(entry => visible.Contains(entry.Value)))
        {
            found[(string)text] = id;
        }
    }

    /// <summary>What the actor may not see is to him as if it were not there.</summary>
    private async Task<IReadOnlySet<long>> FindVisibleAsync(FormModel target, IReadOnlySet<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0 || scope.Access.Of(target).RuleOf(AccessOperation.View).IsAlways)
        {
            return ids;
        }

        var rights = new SaveRights(scope, target);
        await rights.AskAsync([.. ids], [AccessOperation.View], [], cancellationToken);
        return ids.Where(id => rights.May(AccessOperation.View, id)).ToHashSet();
    }

    private async Task CreateAsync(FormModel target, List<string> missing, Dictionary<string, long> found, CancellationToken cancellationToken)
    {
        var request = new SaveRequest(target, [.. missing.Select(text => NewTarget(target, text))], scope.Actor, scope.Request.Source)
        {
            ConfirmsWarnings = scope.Request.ConfirmsWarnings,
        };
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
