using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Runtime.Layout;

/// <summary>A layout item, compiled: its type found, its settings read, its field and form resolved.</summary>
public sealed class LayoutItemModel
{
    /// <summary>Unlike any other on the page: <c>layout-0-2</c> is the third item of the first.</summary>
    public required string Id { get; init; }

    public required ILayoutItem Type { get; init; }

    public required object Settings { get; init; }

    /// <summary>The field that it shows; null for any other item.</summary>
    public FieldModel? Field { get; init; }

    /// <summary>Of <see cref="Field"/>.</summary>
    public FieldWidth Width { get; init; }

    /// <summary>The records that it lists; null for any other item.</summary>
    public RelatedRecords? Related { get; init; }

    /// <summary>The tier models that it shows; none for any other item.</summary>
    public IReadOnlyList<TierModel> TierModels { get; init; } = [];

    public IReadOnlyList<LayoutItemModel> Items { get; init; } = [];

    /// <summary>The item and everything inside it.</summary>
    public IEnumerable<LayoutItemModel> WithDescendants => Items.SelectMany(item => item.WithDescendants).Prepend(this);

    public override string ToString() => $"{Type.Key} {Id}";
}
