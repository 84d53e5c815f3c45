using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;

namespace LowCodeErp.Runtime.Indexes;

/// <summary>What a query asks of the database, as far as an index could be of use.</summary>
public sealed record ReadDemand(FormModel Form)
{
    /// <summary>Fields that must have one certain value.</summary>
    public IReadOnlyList<FieldModel> Fixed { get; init; } = [];

    /// <summary>Fields that must have one of several values.</summary>
    public IReadOnlyList<FieldModel> Several { get; init; } = [];

    /// <summary>Fields that must lie on one side of a value, or between two.</summary>
    public IReadOnlyList<FieldModel> Ranges { get; init; } = [];

    /// <summary>Why other conditions can have no index.</summary>
    public IReadOnlyList<LocalizedText> Obstacles { get; init; } = [];

    /// <summary>Empty for the order of the records themselves.</summary>
    public IReadOnlyList<FieldModel> Order { get; init; } = [];

    /// <summary>Why the order can have no index; null when it can.</summary>
    public LocalizedText? OrderObstacle { get; init; }

    /// <summary>Null when nothing is put into groups; then the order is of no account.</summary>
    public RecordGrouping? Grouping { get; init; }

    public IEnumerable<FieldModel> Narrowing => Fixed.Concat(Several).Concat(Ranges);

    public static ReadDemand Of(RecordQuery query, RecordGrouping? grouping = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        var reader = new DemandReader(query.Form);
        reader.Read(query);
        var order = query.Sort.Select(sort => sort.Field).ToList();
        return new(query.Form)
        {
            Fixed = reader.Fixed,
            Several = [.. reader.Several.Except(reader.Fixed)],
            Ranges = [.. reader.Ranges.Except(reader.Fixed).Except(reader.Several)],
            Obstacles = reader.Obstacles,
            Order = [.. order.Select(path => path.Field)],
            OrderObstacle = order.Select(FindOrderObstacle).FirstOrDefault(obstacle => obstacle is not null) ?? FindMixture(query.Sort),
            Grouping = grouping,
        };
    }

    private static LocalizedText? FindOrderObstacle(FieldPath path)
        => path.Fields.Count > 1 ? IndexTexts.IsElsewhere(path)
            : path.Field.Shape is FieldShape.Reference or FieldShape.Member ? IndexTexts.IsOrderedByTitle(path.Field)
            : IndexedFields.FindObstacle(path.Field);

    /// <summary>An index is read in one direction, and of several fields the blanks of all but the first would stand elsewhere.</summary>
    private static LocalizedText? FindMixture(IReadOnlyList<SortOrder> sort) => sort.Count > 1 ? IndexTexts.IsOrderedBySeveral : null;
}
