using LowCodeErp.Runtime.Layout;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.UI.Extending;

/// <summary>The record that a layout shows; every layout view of the page receives it.</summary>
/// <param name="Disabled">Nothing can be entered at the moment.</param>
/// <param name="Changed">Somebody entered something.</param>
public sealed record LayoutScope(RecordDraft Draft, LayoutState State, bool Disabled, EventCallback Changed)
{
    /// <summary>What the ids of its inputs begin with: told apart where a page shows two records.</summary>
    public string IdPrefix { get; init; } = "field";

    /// <summary>Whether something is wrong in the item or anything inside it.</summary>
    public bool HasErrors(LayoutItemModel item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.WithDescendants.Any(inner => inner.Field is { } field && Draft.HasErrorsIn(field));
    }
}
