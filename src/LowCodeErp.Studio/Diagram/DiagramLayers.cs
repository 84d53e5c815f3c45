namespace LowCodeErp.Studio.Diagram;

/// <summary>
/// Puts forms into columns: those that refer to nothing come first, and each stands behind all that it refers to. Circles are cut where they
/// close. A line that passes columns has a place of its own in each, so that it runs between the forms. Within a column everything stands near
/// what it has to do with, so that few lines cross. Equal apps give equal columns.
/// </summary>
internal sealed class DiagramLayers
{
    private const int Sweeps = 8;

    private readonly SortedDictionary<string, SortedSet<string>> _targets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _connected = new(StringComparer.Ordinal);

    /// <param name="forms">In any order.</param>
    /// <param name="references">Between those forms.</param>
    public DiagramLayers(IEnumerable<string> forms, IEnumerable<FormReference> references)
    {
        foreach (var form in forms)
        {
            _targets.Add(form, new(StringComparer.Ordinal));
        }

        foreach (var reference in references.Where(reference => reference.From != reference.To))
        {
            _targets[reference.From].Add(reference.To);
            _connected.UnionWith([reference.From, reference.To]);
        }
    }

    /// <summary>Forms that have to do with no other one.</summary>
    public IEnumerable<string> Alone => _targets.Keys.Where(form => !_connected.Contains(form));

    /// <param name="most">How many forms a column may hold; what is more stands in columns beside it.</param>
    /// <returns>From top to bottom.</returns>
    public IReadOnlyList<IReadOnlyList<DiagramPlace>> Columns(int most)
    {
        var columns = Ranks().Where(form => _connected.Contains(form.Key)).GroupBy(form => form.Value, form => form.Key).OrderBy(rank => rank.Key)
            .SelectMany(rank => rank.Chunk(most)).Select(column => column.Select(form => new DiagramPlace(form, form)).ToList()).ToList();
        var neighbours = Connect(columns);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var forward = Enumerable.Range(1, Math.Max(0, columns.Count - 1));
            foreach (var index in sweep % 2 == 0 ? forward : forward.Reverse().Select(index => index - 1))
            {
                Sort(columns, index, columns[sweep % 2 == 0 ? index - 1 : index + 1], neighbours);
            }
        }

        return columns;
    }

    /// <summary>Gives lines their places in the columns that they pass.</summary>
    /// <returns>What is joined to what in the columns beside.</returns>
    private ILookup<DiagramPlace, DiagramPlace> Connect(List<List<DiagramPlace>> columns)
    {
        var columnOf = columns.Index().SelectMany(column => column.Item.Select(place => (place.From, column.Index))).ToDictionary(form => form.From, form => form.Index, StringComparer.Ordinal);
        var joints = new List<(DiagramPlace, DiagramPlace)>();
        foreach (var (from, to) in _targets.SelectMany(form => form.Value.Select(target => (form.Key, target))))
        {
            var last = new DiagramPlace(from, from);
            var step = Math.Sign(columnOf[to] - columnOf[from]);
            for (var column = columnOf[from] + step; step != 0 && column != columnOf[to]; column += step)
            {
                columns[column].Add(new(from, to));
                joints.Add((last, new(from, to)));
                last = new(from, to);
            }

            joints.Add((last, new(to, to)));
        }

        return joints.Concat(joints.Select(joint => (joint.Item2, joint.Item1))).ToLookup(joint => joint.Item1, joint => joint.Item2);
    }

    private SortedDictionary<string, int> Ranks()
    {
        var ranks = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in _targets.Keys)
        {
            Rank(form, ranks, open);
        }

        return ranks;
    }

    /// <summary>Null for a form whose own rank is being found: the circle closes there.</summary>
    private int? Rank(string form, SortedDictionary<string, int> ranks, HashSet<string> open)
    {
        if (ranks.TryGetValue(form, out var known))
        {
            return known;
        }

        if (!open.Add(form))
        {
            return null;
        }

        var rank = _targets[form].Select(target => (Rank(target, ranks, open) ?? -1) + 1).DefaultIfEmpty(0).Max();
        open.Remove(form);
        ranks[form] = rank;
        return rank;
    }

    private static void Sort(List<List<DiagramPlace>> columns, int index, List<DiagramPlace> beside, ILookup<DiagramPlace, DiagramPlace> neighbours)
    {
        var places = beside.Index().ToDictionary(place => place.Item, place => (place.Index + 0.5) / beside.Count);
        var own = columns[index].Index().ToDictionary(place => place.Item, place => (place.Index + 0.5) / columns[index].Count);
        columns[index] = [.. columns[index].OrderBy(place => neighbours[place].Where(places.ContainsKey).Select(other => places[other]).DefaultIfEmpty(own[place]).Average())
            .ThenBy(place => place.From, StringComparer.Ordinal).ThenBy(place => place.To, StringComparer.Ordinal)];
    }
}
