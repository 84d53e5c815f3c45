using System.Collections.Concurrent;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Data.Tests.Publishing.Randomly;

/// <summary>People who save while the form is published anew, often with a page that they opened before.</summary>
internal sealed class ItemWriters(PublishedDatabase database, IEnumerable<long> ids, int seed) : IDisposable
{
    private const int Writers = 20;
    private const int StaysOpen = 5;

    /// <summary>What may be said to somebody whose form has changed, or who is not the first with a value.</summary>
    private static readonly HashSet<string> _clearRefusals =
    [
        "record.field.unknown", "record.required", "record.not-unique", "field.number.unreadable", "field.date.unreadable", "field.date.serial-number",
        "field.choice.unknown",
    ];

    private readonly VersionedStore _store = new(database.Store);
    private readonly ConcurrentDictionary<long, byte> _ids = new(ids.Select(id => KeyValuePair.Create(id, (byte)0)));
    private readonly ConcurrentQueue<ItemSave> _saves = [];
    private readonly ConcurrentDictionary<string, int> _refusals = [];
    private readonly SemaphoreSlim _attempts = new(0);

    public IReadOnlyCollection<ItemSave> Saves => _saves;

    public IReadOnlyDictionary<string, int> Refusals => _refusals;

    /// <summary>Until the writers have tried so often since the last time.</summary>
    public async Task AwaitAsync(int attempts)
    {
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            await _attempts.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => _attempts.Dispose();

    /// <summary>Until it is cancelled; what else than a clear refusal befalls a writer is thrown.</summary>
    public Task RunAsync(CancellationToken stop)
        => Task.WhenAll(Enumerable.Range(0, Writers).Select(number => Task.Run(() => WriteAsync(new(seed * 1_000 + number), stop), CancellationToken.None)));

    private async Task WriteAsync(Random random, CancellationToken stop)
    {
        var pipeline = new SavePipeline(_store, database.Workspace, database.Rights);
        var form = database.Form("item");
        for (var round = 1; !stop.IsCancellationRequested; round++)
        {
            form = round % StaysOpen == 0 ? database.Form("item") : form;
            var isNew = random.Next(2) == 0 || _ids.IsEmpty;
            var isDelete = !isNew && random.Next(10) == 0;
            var values = isDelete ? [] : Enter(form, random, isNew);
            var input = new RecordInput
            {
                Id = isNew ? null : _ids.Keys.ElementAt(random.Next(Math.Min(_ids.Count, 1_000))),
                Values = values.ToDictionary(value => value.Key, value => SampleValues.ToInput(form[value.Key].Type.Key, value.Value)),
            };
            var request = new SaveRequest(form, [input], Actor.System, ChangeSource.Command);
            var note = _store.Watch();
            Note(isDelete ? await pipeline.DeleteAsync(request, CancellationToken.None) : await pipeline.SaveAsync(request, CancellationToken.None), note.Version, isDelete, values);
            _attempts.Release();
        }
    }

    private static Dictionary<string, string> Enter(FormModel form, Random random, bool isNew)
        => form.Fields.Where(field => field.Key != "name" && (isNew ? field.IsRequired || random.Next(3) > 0 : random.Next(3) == 0))
            .ToDictionary(field => field.Key, field => SampleValues.Any(field.Type.Key, random));

    private void Note(SaveResult result, long workspace, bool isDelete, Dictionary<string, string> values)
    {
        if (result is SaveResult.Saved { Records: [var record] })
        {
            if (record.IsChanged)
            {
                _saves.Enqueue(new(workspace, record.Id, record.Version, isDelete, values));
                _ids.TryAdd(record.Id, 0);
            }

            return;
        }

        var codes = result is SaveResult.Invalid invalid ? invalid.Problems.Select(problem => problem.Diagnostic.Code) : ["conflict"];
        foreach (var code in codes)
        {
            Assert.True(code == "conflict" || _clearRefusals.Contains(code), code);
            _refusals.AddOrUpdate(code, 1, (_, count) => count + 1);
        }
    }
}
