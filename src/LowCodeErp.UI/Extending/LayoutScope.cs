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

    /// <summary>Whether the item is to be seen: a field while its condition lets it, and what holds fields or lists while one of them is.</summary>
    public bool Shows(LayoutItemModel item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var content = item.WithDescendants.Where(inner => inner.Field is not null || inner.Related is not null || inner.TierModels.Count > 0).ToList();
        return content.Count == 0 || content.Any(inner => inner.Field is null || !Draft.IsHidden(inner.Field));
    }

    /// <summary>Whether something is wrong in the item or anything inside it.</summary>
    public bool HasErrors(LayoutItemModel item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.WithDescendants.Any(inner => inner.Field is { } field && Draft.HasErrorsIn(field));
    }
}
