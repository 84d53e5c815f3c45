namespace LowCodeErp.Studio.Diagram;

/// <summary>
/// Puts forms into columns: those that refer to nothing come first, and each stands behind all that it refers to. Circles are cut where they
/// close. Within a column forms stand near those that they have to do with, so that few lines cross. Equal apps give equal columns.
/// </summary>
internal sealed class DiagramLayers
{
    private const int Sweeps = 6;

    private readonly Dictionary<string, HashSet<string>> _targets;
    private readonly Dictionary<string, HashSet<string>> _neighbours;

    /// <param name="forms">In any order.</param>
    /// <param name="references">Between those forms.</param>
    public DiagramLayers(IEnumerable<string> forms, IEnumerable<FormReference> references)
    {
        var keys = forms.Order(StringComparer.Ordinal).ToList();
        _targets = keys.ToDictionary(key => key, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        _neighbours = keys.ToDictionary(key => key, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var reference in references.Where(reference => reference.From != reference.To))
        {
            _targets[reference.From].Add(reference.To);
            _neighbours[reference.From].Add(reference.To);
            _neighbours[reference.To].Add(reference.From);
        }
    }

    /// <summary>Forms that have to do with no other one.</summary>
    public IReadOnlyList<string> Alone => [.. _neighbours.Where(form => form.Value.Count == 0).Select(form => form.Key)];

    /// <param name="most">How many forms a column may hold; what is more stands in columns beside it.</param>
    public IReadOnlyList<IReadOnlyList<string>> Columns(int most)
    {
        var ranks = Ranks();
        var columns = ranks.Where(form => _neighbours[form.Key].Count > 0).GroupBy(form => form.Value, form => form.Key).OrderBy(rank => rank.Key)
            .SelectMany(rank => rank.Chunk(most)).Select(column => column.ToList()).ToList();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            Sort(columns, sweep % 2 == 0 ? Enumerable.Range(1, Math.Max(0, columns.Count - 1)) : Enumerable.Range(0, Math.Max(0, columns.Count - 1)).Reverse());
        }

        return columns;
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

        var rank = 0;
        foreach (var target in _targets[form].Order(StringComparer.Ordinal))
        {
            rank = Math.Max(rank, (Rank(target, ranks, open) ?? -1) + 1);
        }

        open.Remove(form);
        ranks[form] = rank;
        return rank;
    }

    private void Sort(List<List<string>> columns, IEnumerable<int> order)
    {
        foreach (var index in order)
        {
            var places = columns.SelectMany(column => column.Index().Select(form => (form.Item, Place: (form.Index + 0.5) / column.Count)))
                .ToDictionary(form => form.Item, form => form.Place, StringComparer.Ordinal);
            columns[index] = [.. columns[index].OrderBy(form => _neighbours[form].Except(columns[index]).Select(other => places[other]).DefaultIfEmpty(places[form]).Average())
                .ThenBy(form => form, StringComparer.Ordinal)];
        }
    }
}
