using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace LowCodeErp.Portal.Lists;

/// <summary>
/// The query part of a list's address: <c>?q=张&amp;in.status=shipped&amp;from.amount=100&amp;sort=-order-date&amp;page=2</c>. Whatever
/// cannot be read is left out, so that an old link still opens.
/// </summary>
public static class ListAddress
{
    private const string Search = "q";
    private const string Formula = "where";
    private const string Sort = "sort";
    private const string Page = "page";
    private const string After = "after";
    private const string Before = "before";
    private const string Size = "size";
    private const string Columns = "columns";
    private const string Group = "group";
    private const string View = "view";
    private const string Changed = "changed";
    private const string Contains = "has.";
    private const string From = "from.";
    private const string To = "to.";
    private const string OneOf = "in.";
    private const string Items = "items.";

    /// <param name="address">A whole address, or its query alone.</param>
    public static ListState Read(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var state = new ListState();
        foreach (var part in new QueryStringEnumerable(QueryOf(address)))
        {
            state = Take(state, part.DecodeName().ToString(), part.DecodeValue().ToString());
        }

        return state;
    }

    /// <summary>With its question mark; blank when nothing was chosen. The same choices always give the same text; those of a view are its name.</summary>
    public static string Write(ListState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var query = new StringBuilder();
        Add(query, Search, state.Search);
        if (state.View is not { Length: > 0 } || state.IsChanged)
        {
            AddChoices(query, state);
        }

        if (state.View is { } view)
        {
            Append(query, state.IsChanged ? Changed : View, view);
        }

        Add(query, Size, state.PageSize == ListState.DefaultPageSize ? "" : state.PageSize.ToString(CultureInfo.InvariantCulture));
        Add(query, Page, state.Page == 1 ? "" : state.Page.ToString(CultureInfo.InvariantCulture));
        Add(query, state.Mark is { IsBackward: true } ? Before : After, state.Page == 1 ? "" : state.Mark?.Text ?? "");
        return query.ToString();
    }

    /// <summary>What the state asks for, whichever page and view of it is shown.</summary>
    internal static string WriteQuestion(ListState state)
    {
        var query = new StringBuilder();
        Add(query, Search, state.Search);
        AddChoices(query, state);
        return query.ToString();
    }

    /// <summary>What a view can hold of the state.</summary>
    internal static string WriteChoices(ListState state)
    {
        var query = new StringBuilder();
        AddChoices(query, state);
        return query.ToString();
    }

    private static void AddChoices(StringBuilder query, ListState state)
    {
        foreach (var (field, filter) in state.Filters)
        {
            Add(query, Contains + field, filter.Contains);
            Add(query, From + field, filter.From);
            Add(query, To + field, filter.To);
            foreach (var value in filter.OneOf)
            {
                Append(query, OneOf + field, value);
            }

            // After what it says something about: without that the filter is empty and would be dropped on reading.
            Add(query, Items + field, filter is { Items: not ItemMatch.Any, OneOf.Count: > 0 } ? filter.Items.ToString().ToLowerInvariant() : "");
        }

        Add(query, Formula, state.Formula);
        Add(query, Sort, state.SortBy is null ? "" : string.Join(',', state.ThenBy.Prepend(new(state.SortBy, state.Descending)).Select(order => order.Descending ? "-" + order.Field : order.Field)));
        Add(query, Columns, string.Join(',', state.Columns));
        Add(query, Group, state.GroupBy ?? "");
    }

    private static ReadOnlyMemory<char> QueryOf(string address)
    {
        var withoutFragment = address.AsMemory(0, address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var end ? end : address.Length);
        var start = withoutFragment.Span.IndexOf('?');
        return start < 0 ? default : withoutFragment[start..];
    }

    private static ListState Take(ListState state, string name, string value) => name switch
    {
        Search => state with { Search = value.Trim() },
        Formula => state with { Formula = value.Trim() },
        Sort when ReadOrders(value) is [var first, .. var rest] => state with { SortBy = first.Field, Descending = first.Descending, ThenBy = rest },
        Page when ReadNumber(value) is > 0 and var page => state with { Page = page },
        Group when value.Length > 0 => state with { GroupBy = value },
        View => state with { View = value, WasChanged = false },
        Changed when value.Length > 0 => state with { View = value, WasChanged = true },
        After or Before when value.Length > 0 => state with { Mark = new(value, name == Before) },
        Size when ListState.PageSizes.Contains(ReadNumber(value)) => state with { PageSize = ReadNumber(value) },
        Columns => state with { Columns = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) },
        _ => TakeFilter(state, name, value),
    };

    private static ListState TakeFilter(ListState state, string name, string value)
    {
        var (field, change) = name switch
        {
            _ when name.StartsWith(Contains, StringComparison.Ordinal) => (name[Contains.Length..], filter => filter with { Contains = value.Trim() }),
            _ when name.StartsWith(From, StringComparison.Ordinal) => (name[From.Length..], filter => filter with { From = value.Trim() }),
            _ when name.StartsWith(To, StringComparison.Ordinal) => (name[To.Length..], filter => filter with { To = value.Trim() }),
            _ when name.StartsWith(OneOf, StringComparison.Ordinal) => (name[OneOf.Length..], filter => filter with { OneOf = [.. filter.OneOf, value] }),
            _ when name.StartsWith(Items, StringComparison.Ordinal) && Enum.TryParse<ItemMatch>(value, ignoreCase: true, out var match) && Enum.IsDefined(match)
                => (name[Items.Length..], filter => filter with { Items = match }),
            _ => ("", new Func<ColumnFilter, ColumnFilter>(filter => filter)),
        };
        return field.Length == 0 ? state : state with { Filters = state.With(field, change(state.FilterOf(field))).Filters };
    }

    private static ListOrder[] ReadOrders(string value) => [.. value.Split(',', StringSplitOptions.TrimEntries)
        .Where(part => part.TrimStart('-').Length > 0).Select(part => new ListOrder(part.TrimStart('-'), part.StartsWith('-')))];

    private static int ReadNumber(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static void Add(StringBuilder query, string name, string value)
    {
        if (value.Length > 0)
        {
            Append(query, name, value);
        }
    }

    private static void Append(StringBuilder query, string name, string value)
        => query.Append(query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
}
