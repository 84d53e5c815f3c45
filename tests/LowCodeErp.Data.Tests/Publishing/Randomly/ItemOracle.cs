namespace LowCodeErp.Data.Tests.Publishing.Randomly;

/// <summary>
/// The form in memory: what its table and everything that is kept must hold after a sequence of saves and publications. It
/// knows no columns that move, only what is promised: nothing is lost, what can be converted is, and what comes back is what
/// was there, unless somebody changed it since.
/// </summary>
internal sealed class ItemOracle
{
    private readonly HashSet<long> _deleted = [];
    private readonly HashSet<long> _rows = [];

    public IReadOnlyCollection<long> Rows => _rows;

    public Dictionary<string, ItemColumn> InForce { get; private set; } = [];

    /// <summary>By key of the field, the latest last.</summary>
    public Dictionary<string, List<ItemColumn>> Kept { get; private set; } = [];

    public void Apply(ItemSave save)
    {
        _rows.Add(save.Id);
        if (save.IsDelete)
        {
            _deleted.Add(save.Id);
        }

        foreach (var (key, entered) in save.Values)
        {
            var column = InForce[key];
            column.Values[save.Id] = SampleValues.Read(column.Type, entered)
                ?? throw new InvalidOperationException($"\"{entered}\" was stored in {key}, which is of type {column.Type}.");
        }
    }

    /// <summary>Publishes, unless the promise is to refuse.</summary>
    /// <returns>Why it is to be refused, by key of the field; empty when it was published.</returns>
    public IReadOnlyList<string> Publish(ItemDesign before, ItemDesign after, long version, bool leavesUnconverted)
    {
        var (inForce, kept, refusals) = (new Dictionary<string, ItemColumn>(InForce), Kept.ToDictionary(pair => pair.Key, pair => pair.Value.ToList()), new List<string>());
        foreach (var key in before.Fields.Keys.Except(after.Fields.Keys))
        {
            Keep(kept, key, inForce[key], version);
            inForce.Remove(key);
        }

        foreach (var (key, field) in after.Fields)
        {
            var isTouched = Change(inForce, kept, key, field, version, leavesUnconverted, refusals);
            if (isTouched is { } touched)
            {
                Check(inForce[key], key, field, before.Fields.GetValueOrDefault(key), touched, refusals);
            }
        }

        if (refusals.Count == 0)
        {
            (InForce, Kept) = (inForce, kept);
        }

        return refusals;
    }

    /// <returns>Null when the field is new; else whether its values were converted or come back.</returns>
    private static bool? Change(
        Dictionary<string, ItemColumn> inForce, Dictionary<string, List<ItemColumn>> kept, string key, FieldDesign field, long version, bool leaves, List<string> refusals)
    {
        var back = inForce.ContainsKey(key) ? null : kept.GetValueOrDefault(key)?.LastOrDefault();
        if ((inForce.GetValueOrDefault(key) ?? back) is not { } source)
        {
            inForce[key] = new(field.Type, 0, []);
            return null;
        }

        var older = kept.GetValueOrDefault(key, []).Where(column => column != back).Reverse().ToList();
        var (values, failures) = Convert(source, field.Type, older);
        var isAsBefore = SampleValues.IsTextual(source.Type) == SampleValues.IsTextual(field.Type)
            && (source.Type == field.Type || SampleValues.IsTextual(field.Type)) && Same(values, source.Values);
        if (failures > 0 && !leaves)
        {
            refusals.Add($"{key} left behind");
        }

        if (back is null && !isAsBefore)
        {
            Keep(kept, key, source, version);
        }
        else if (back is not null && isAsBefore)
        {
            kept[key].Remove(back);
        }

        inForce[key] = new(field.Type, 0, values);
        return back is not null || !isAsBefore;
    }

    private static (Dictionary<long, string> Values, int Failures) Convert(ItemColumn source, string type, List<ItemColumn> older)
    {
        if (source.Type == type)
        {
            return (source.Values, 0);
        }

        var steps = older.FindIndex(column => column.Type == type) is var index and >= 0 ? older[..(index + 1)] : [];
        var (values, failures) = (new Dictionary<long, string>(), 0);
        foreach (var id in source.Values.Keys.Concat(steps.SelectMany(step => step.Values.Keys)).ToHashSet())
        {
            var stored = source.Values.GetValueOrDefault(id);
            var value = Remember(source, steps, id) ?? SampleValues.Convert(source.Type, type, stored);
            if (value is not null)
            {
                values[id] = value;
            }
            else if (stored is not null)
            {
                failures++;
            }
        }

        return (values, failures);
    }

    /// <summary>What the record held when the field was of the type before, if it still says at each step what was made of it.</summary>
    private static string? Remember(ItemColumn source, List<ItemColumn> steps, long id)
    {
        var later = source;
        foreach (var step in steps)
        {
            if (SampleValues.Convert(step.Type, later.Type, step.Values.GetValueOrDefault(id)) != later.Values.GetValueOrDefault(id))
            {
                return null;
            }

            later = step;
        }

        return steps.Count == 0 ? null : later.Values.GetValueOrDefault(id);
    }

    private void Check(ItemColumn column, string key, FieldDesign now, FieldDesign? before, bool isTouched, List<string> refusals)
    {
        var living = _rows.Where(id => !_deleted.Contains(id)).ToList();
        if (now.IsRequired && (before is not { IsRequired: true } || isTouched) && living.Any(id => !column.Values.ContainsKey(id)))
        {
            refusals.Add($"{key} required");
        }

        if (now.IsUnique && (before is not { IsUnique: true } || isTouched))
        {
            var values = living.Where(column.Values.ContainsKey).Select(id => column.Values[id]).ToList();
            if (values.Distinct().Count() < values.Count)
            {
                refusals.Add($"{key} unique");
            }
        }
    }

    private static void Keep(Dictionary<string, List<ItemColumn>> kept, string key, ItemColumn column, long version)
    {
        if (!kept.TryGetValue(key, out var columns))
        {
            kept[key] = columns = [];
        }

        columns.Add(column with { Version = version, Values = new(column.Values) });
    }

    private static bool Same(Dictionary<long, string> one, Dictionary<long, string> other)
        => one.Count == other.Count && one.All(pair => other.GetValueOrDefault(pair.Key) == pair.Value);
}
