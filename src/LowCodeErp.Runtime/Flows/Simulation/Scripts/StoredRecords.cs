using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Records;
using ValueKind = LowCodeErp.Core.Values.ValueKind;

namespace LowCodeErp.Runtime.Flows.Simulation.Scripts;

/// <summary>The records of a script's world in a database, through the one way to save them. There they have numbers of their own.</summary>
internal sealed class StoredRecords(FlowScriptWorld world)
{
    private readonly Dictionary<(string Form, long Id), long> _ids = [];

    private long? Own => _ids.TryGetValue((world.Flow.Form.Key, world.Answers.Record.Id), out var id) ? id : null;

    /// <summary>What is stored already stays.</summary>
    /// <returns>The number of the flow's record; null, with the reason in the diagnostics of the world, where a record cannot be stored.</returns>
    public async Task<long?> StoreAsync(StoredFlows program, CancellationToken cancellationToken)
    {
        if (Own is null)
        {
            var all = world.Records.Select(entry => (entry.Form, Records: entry.Records.Where(record => record != world.Answers.Record).ToLookup(RefersToOwn))).ToList();
            foreach (var (form, record) in all.SelectMany(entry => entry.Records[false].Select(record => (entry.Form, record))).Append((world.Flow.Form.Key, world.Answers.Record))
                .Concat(all.SelectMany(entry => entry.Records[true].Select(record => (entry.Form, record)))))
            {
                await SaveAsync(program, form, record, null, $"records.{form}", cancellationToken);
            }
        }

        return world.Diagnostics.HasErrors ? null : Own;
    }

    /// <summary>Before anything is stored there is nothing to change: what is stored then is what the world has.</summary>
    public async Task ChangeAsync(StoredFlows program, IReadOnlyCollection<string> fields, string path, CancellationToken cancellationToken)
    {
        if (Own is not null && fields.Count > 0 && !world.Diagnostics.HasErrors)
        {
            await SaveAsync(program, world.Flow.Form.Key, world.Answers.Record, fields, path, cancellationToken);
        }
    }

    private async Task SaveAsync(StoredFlows program, string key, SimulatedRecord record, IReadOnlyCollection<string>? fields, string path, CancellationToken cancellationToken)
    {
        var form = program.Workspace.FindForm(key)!;
        var id = _ids.TryGetValue((key, record.Id), out var known) ? known : (long?)null;
        var input = Read(form, record, fields, path) with { Id = id };
        if (world.Diagnostics.HasErrors)
        {
            return;
        }

        var request = new SaveRequest(form, [input], Actor.System, ChangeSource.Flow) { ConfirmsWarnings = true, At = world.Now };
        switch (await program.Pipeline.SaveAsync(request, cancellationToken))
        {
            case SaveResult.Saved saved:
                _ids[(key, record.Id)] = saved.Records[0].Id;
                break;
            case SaveResult.Invalid invalid:
                world.Diagnostics.AddRange(invalid.Problems.Select(problem => FlowScriptDiagnostics.RecordRefused(path, problem.Diagnostic)));
                break;
            case var other:
                throw new InvalidOperationException($"A record of a script, which nobody else knows, was answered with {other}.");
        }
    }

    /// <param name="fields">Null for all that have a value.</param>
    private RecordInput Read(FormModel form, IFormulaRow row, IReadOnlyCollection<string>? fields, string path)
    {
        var named = form.Fields.Where(field => !field.IsComputed && (fields is null ? row.Get(field.Ordinal) is not null : IsNamed(field, fields))).ToList();
        return new()
        {
            Values = named.Where(field => field is { IsStored: true, Lines: null }).ToDictionary(field => field.Key, field => Read(field, row.Get(field.Ordinal), path)),
            Lines = named.Where(field => field.Lines is not null).ToDictionary(
                field => field.Key, IReadOnlyList<RecordInput> (field) => [.. row.Lines(field.Ordinal).Select(line => Read(field.Lines!, line, null, $"{path}.{field.Key}"))]),
        };
    }

    private static bool IsNamed(FieldModel field, IReadOnlyCollection<string> fields) => fields.Any(name => field.Key == name || field.Label.Chinese == name || field.Label.English == name);

    private InputValue Read(FieldModel field, object? value, string path) => value switch
    {
        long id when field.Target is { } target => InputValue.Of((decimal)IdOf(target.Key, id, $"{path}.{field.Key}")),
        null or string or decimal or bool or long or DateOnly or DateTime => InputValue.Of(new Value(field.Kind, value)),
        System.Collections.IEnumerable items => InputValue.Of(items.Cast<object?>().Select(item => InputValue.Of(new Value(field.ItemKind, item)))),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Scripts have no such values."),
    };

    private long IdOf(string form, long id, string path)
    {
        if (_ids.TryGetValue((form, id), out var stored))
        {
            return stored;
        }

        world.Diagnostics.Add(FlowScriptDiagnostics.UnknownRecord(path, form, id));
        return id;
    }

    private bool RefersToOwn(SimulatedRecord record) => record.Schema.Fields.Any(field
        => field.Kind == ValueKind.Reference && field.Target?.Invoke().Key == world.Flow.Form.Key && Equals(record.Get(field.Ordinal), world.Answers.Record.Id));
}
