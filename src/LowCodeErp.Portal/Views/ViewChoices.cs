using LowCodeErp.Metadata.Views;
using LowCodeErp.Portal.Lists;

namespace LowCodeErp.Portal.Views;

/// <summary>What a view and the state of a list have in common: filters, columns, order and grouping.</summary>
public static class ViewChoices
{
    public static ListState Of(ViewDefinition view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var state = new ListState
        {
            Formula = view.Where ?? "",
            Columns = [.. view.Columns.Select(column => column.Field)],
            SortBy = view.Sort is [var first, ..] ? first.Field : null,
            Descending = view.Sort is [{ Descending: true }, ..],
            ThenBy = [.. view.Sort.Skip(1).Select(order => new ListOrder(order.Field, order.Descending))],
            GroupBy = view.GroupBy,
        };
        return view.Filters.Aggregate(state, (filtered, filter) => filtered.With(filter.Field, Of(filter)));
    }

    /// <summary>The view with the choices of the state; the rest of it stays.</summary>
    public static ViewDefinition Take(ViewDefinition view, ListState state)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(state);
        return view with
        {
            Where = state.Formula.Length > 0 ? state.Formula : null,
            Columns = [.. state.Columns.Select(key => view.Columns.FirstOrDefault(column => column.Field == key) ?? new() { Field = key })],
            Sort = state.SortBy is { } sort ? [new() { Field = sort, Descending = state.Descending }, .. state.ThenBy.Select(order => new ViewOrderDefinition { Field = order.Field, Descending = order.Descending })] : [],
            GroupBy = state.GroupBy,
            Filters = [.. state.Filters.Select(filter => Of(filter.Key, filter.Value))],
        };
    }

    private static ColumnFilter Of(ViewFilterDefinition filter)
        => new() { Contains = filter.Contains, From = filter.From, To = filter.To, OneOf = filter.OneOf, Items = (ItemMatch)filter.Items };

    private static ViewFilterDefinition Of(string field, ColumnFilter filter)
        => new() { Field = field, Contains = filter.Contains, From = filter.From, To = filter.To, OneOf = filter.OneOf, Items = (ViewItemMatch)filter.Items };
}
