using System.Collections.Immutable;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Apps;

namespace LowCodeErp.Data.Tests.Publishing.Randomly;

/// <summary>The form as its author changes it, and the oracle beside it.</summary>
internal sealed class PublishedItems
{
    private readonly Random _random;
    private readonly RandomDesigns _designs;

    public PublishedItems(Random random)
    {
        _random = random;
        _designs = new(random);
        Design = new(ImmutableSortedDictionary<string, FieldDesign>.Empty
            .Add("f1", new("text", "f1")).Add("f2", new("number", "f2")).Add("f3", new("choice", "f3")));
        _designs.Remember(1, Design);
        Oracle.Publish(new(ImmutableSortedDictionary<string, FieldDesign>.Empty), Design, 1, leavesUnconverted: false);
    }

    public ItemDesign Design { get; private set; }

    public ItemOracle Oracle { get; } = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task FillAsync(PublishedDatabase database, int records)
    {
        var values = Enumerable.Range(0, records).Select(_ => Design.Fields.ToDictionary(field => field.Key, field => SampleValues.Any(field.Value.Type, _random))).ToList();
        var form = database.Form("item");
        var request = new SaveRequest(form, [.. values.Select(row => new RecordInput
        {
            Values = row.ToDictionary(value => value.Key, value => SampleValues.ToInput(Design.Fields[value.Key].Type, value.Value)),
        })], Actor.System, ChangeSource.Import);
        var saved = Assert.IsType<SaveResult.Saved>(await database.Pipeline.SaveAsync(request, Cancellation));
        foreach (var (record, row) in saved.Records.Zip(values))
        {
            Oracle.Apply(new(1, record.Id, 1, IsDelete: false, row));
        }
    }

    /// <summary>Publishes the next change while others save; when it was refused the author leaves it.</summary>
    /// <returns>Nothing when it was refused, or changed nothing.</returns>
    public async Task<IReadOnlyList<ItemPublication>> ChangeAsync(PublishedDatabase database)
    {
        var design = _designs.Next(Design, out var what, out var restored);
        var result = await PublishAsync(database, design, leavesUnconverted: _random.Next(2) == 0, restored);
        if (result is not { Version: { } version, IsChanged: true })
        {
            return [];
        }

        var publication = new ItemPublication(version, what, Design, design);
        Design = design;
        _designs.Remember(version, design);
        return [publication];
    }

    /// <summary>Publishes the next change while nobody saves: it must be refused exactly where the oracle refuses it.</summary>
    /// <returns>What was done.</returns>
    public async Task<string> ChangeAloneAsync(PublishedDatabase database)
    {
        var design = _designs.Next(Design, out var what, out var restored);
        var leaves = _random.Next(2) == 0;
        var result = await PublishAsync(database, design, leaves, restored);
        var refusals = result is { IsChanged: false, Version: not null } ? [] : Oracle.Publish(Design, design, result.Version ?? 0, leaves);
        if (refusals.Any(refusal => refusal.EndsWith("left behind", StringComparison.Ordinal)))
        {
            // Told before anything is moved; what the columns would demand then is not asked any more.
            refusals = [.. refusals.Where(refusal => refusal.EndsWith("left behind", StringComparison.Ordinal))];
        }

        var told = result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.Path.Split('.')[^1]).Distinct().Order();
        Assert.Equal(refusals.Select(refusal => refusal.Split(' ')[0]).Distinct().Order(), told);
        if (result is { Version: { } version, IsChanged: true })
        {
            Design = design;
            _designs.Remember(version, design);
        }

        return $"{what}: {(refusals.Count > 0 ? "refused, " + string.Join(", ", refusals) : "done")}";
    }

    /// <summary>What was saved for a version comes before what superseded that version.</summary>
    public void Replay(IReadOnlyList<ItemPublication> publications, IEnumerable<ItemSave> saves)
    {
        var byVersion = saves.ToLookup(save => save.Workspace);
        var versions = byVersion.Select(group => group.Key).Concat(publications.Select(publication => publication.Version - 1)).Distinct().Order();
        foreach (var version in versions)
        {
            foreach (var save in byVersion[version].OrderBy(save => save.Version))
            {
                Oracle.Apply(save);
            }

            if (publications.FirstOrDefault(publication => publication.Version == version + 1) is { } next)
            {
                var refusals = Oracle.Publish(next.Before, next.After, next.Version, leavesUnconverted: true);
                Assert.True(refusals.Count == 0, $"{next.What} was published in spite of: {string.Join(", ", refusals)}");
            }
        }
    }

    private static Task<PublishResult> PublishAsync(PublishedDatabase database, ItemDesign design, bool leavesUnconverted, long? restored)
        => database.Publisher.PublishAsync(
            App.With(design.ToForm()), Actor.System, new() { LeavesUnconverted = leavesUnconverted, RestoredVersion = restored }, Cancellation);
}
