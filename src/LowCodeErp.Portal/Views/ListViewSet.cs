using LowCodeErp.Portal.Lists;

namespace LowCodeErp.Portal.Views;

/// <summary>The views of a list that a member may choose from.</summary>
/// <param name="First">Name of the one that is shown where the address says nothing; null: the list as it is.</param>
public sealed record ListViewSet(IReadOnlyList<ListView> Views, string? First)
{
    public static ListViewSet None { get; } = new([], null);

    public ListView? Find(string? name) => Views.FirstOrDefault(view => view.Name == name);

    /// <summary>With the choices of the view that the state names. One that is gone is forgotten: an old link still opens.</summary>
    public ListState Expand(ListState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.View is not { Length: > 0 } name)
        {
            return state;
        }

        if (Find(name) is not { } view)
        {
            return state with { View = null };
        }

        var own = ViewChoices.Of(view.Model.Definition);
        return (state.IsChanged ? state : own with { Search = state.Search, Page = state.Page, Mark = state.Mark, PageSize = state.PageSize }) with { View = name, Own = own };
    }
}
