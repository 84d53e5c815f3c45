using System.Collections.Immutable;

namespace LowCodeErp.Portal.Lists;

/// <summary>What a list shows: everything that a person chose on it, and nothing that he did not. It lives in the page's address.</summary>
public sealed record ListState
{
    public const int DefaultPageSize = 20;

    public static IReadOnlyList<int> PageSizes { get; } = [20, 50, 100, 200];

    public string Search { get; init; } = "";

    /// <summary>A condition as it was written: <c>[金额] > 100</c>.</summary>
    public string Formula { get; init; } = "";

    /// <summary>A field key; null: the order that the form has.</summary>
    public string? SortBy { get; init; }

    public bool Descending { get; init; }

    /// <summary>What decides among equals; a heading that is clicked orders by its column alone.</summary>
    public IReadOnlyList<ListOrder> ThenBy { get; init; } = [];

    /// <summary>Name of the view that the choices began with; "": the list as it is, whatever view is shown first; null: nothing was said.</summary>
    public string? View { get; init; }

    /// <summary>Whether the choices differ from the view's. As it was read, until <see cref="Own"/> is known.</summary>
    public bool IsChanged => View is { Length: > 0 } && (Own is { } own ? ListAddress.WriteChoices(this) != ListAddress.WriteChoices(own) : WasChanged);

    /// <summary>What the view itself shows; null until somebody has looked it up. It does not stand in the address.</summary>
    public ListState? Own { get; init; }

    /// <summary>Whether the address said so.</summary>
    internal bool WasChanged { get; init; }

    /// <summary>The key of a field by whose values the records are put into groups; null: they are not.</summary>
    public string? GroupBy { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Beside which record the page begins, so that deep pages come as fast as the first; null where it is counted off. It says nothing on the first page.</summary>
    public ListMark? Mark { get; init; }

    public int PageSize { get; init; } = DefaultPageSize;

    /// <summary>Field keys; those of the form when empty.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>By field key; none of them is empty.</summary>
    public ImmutableSortedDictionary<string, ColumnFilter> Filters { get; init; } = ImmutableSortedDictionary.Create<string, ColumnFilter>(StringComparer.Ordinal);

    /// <summary>Whether less than all records are shown.</summary>
    public bool IsFiltered => Search.Length > 0 || Formula.Length > 0 || !Filters.IsEmpty;

    public ColumnFilter FilterOf(string fieldKey) => Filters.GetValueOrDefault(fieldKey, ColumnFilter.None);

    /// <summary>With another filter on a column, on the first page.</summary>
    public ListState With(string fieldKey, ColumnFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return this with { Page = 1, Filters = filter.IsEmpty ? Filters.Remove(fieldKey) : Filters.SetItem(fieldKey, filter) };
    }

    public ListState WithFormula(string formula) => this with { Page = 1, Formula = formula };

    public ListState WithoutFilters() => this with { Page = 1, Search = "", Formula = "", Filters = Filters.Clear() };

    /// <summary>The next order when a column's heading is chosen: ascending, descending, that of the form.</summary>
    public ListState SortedBy(string fieldKey) => this with
    {
        Page = 1,
        SortBy = SortBy == fieldKey && Descending ? null : fieldKey,
        Descending = SortBy == fieldKey && !Descending,
        ThenBy = [],
    };
}
