using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;

namespace LowCodeErp.Portal.Lists;

/// <summary>
/// Turns what was chosen on a list into a query. Names of fields that the form does not have, and texts that a field cannot
/// read, are left out: a link may be older than the form.
/// </summary>
public static class ListQuery
{
    /// <summary>Beyond that nobody reads a number to its last digit.</summary>
    private const int CountedExactly = 10_000;

    private const int MostGroups = 200;

    /// <summary>The page that the state is on.</summary>
    /// <param name="where">The condition that the state writes as a formula.</param>
    /// <param name="also">Fields that are read besides the columns.</param>
    public static RecordQuery ForPage(FormModel form, ListState state, Condition? where = null, IReadOnlyList<FieldModel>? also = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        var all = ForAll(form, state, where);
        return all with
        {
            Columns = [.. ColumnsOf(form, state).Concat(SortFieldsOf(all)).Concat(also ?? []).Distinct()],
            Seek = state.Page == 1 ? null : state.Mark?.Read(all.Sort),
            CountsUpTo = CountedExactly,
            Skip = (state.Page - 1) * state.PageSize,
            Take = state.PageSize,
        };
    }

    /// <summary>Every record that the state finds, in its order, with the columns that were chosen, else with all.</summary>
    public static RecordQuery ForAll(FormModel form, ListState state, Condition? where = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(state);
        return new(form)
        {
            Columns = ChosenColumns(form, state),
            Search = state.Search.Length == 0 ? null : state.Search,
            Where = ConditionOf(form, state, where),
            Sort = SortOf(form, state),
            Choices = ListAddress.WriteQuestion(WithoutSecrets(form, state)),
        };
    }

    /// <summary>Questions are written into the log, where nobody shall find what a sensitive field was searched for.</summary>
    private static ListState WithoutSecrets(FormModel form, ListState state)
    {
        var hidden = state.Filters.Where(filter => form.Find(filter.Key) is { IsSensitive: true })
            .Aggregate(state, (told, filter) => told.With(filter.Key, ColumnFilter.None with { Contains = RecordQuery.Untold }));
        return state.Search.Length > 0 && form.HasSensitiveFields ? hidden with { Search = RecordQuery.Untold } : hidden;
    }

    public static IReadOnlyList<FieldModel> ColumnsOf(FormModel form, ListState state)
        => ChosenColumns(form, state) is { Count: > 0 } chosen ? chosen : form.ListColumns;

    /// <summary>How the state groups its records, with sums of the numbers that it shows; null when it does not.</summary>
    public static RecordGrouping? GroupingOf(FormModel form, ListState state)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(state);
        return state.GroupBy is { } key && form.Find(key) is { } by && RecordGrouping.Groups(by)
            ? new(by, [.. ColumnsOf(form, state).Where(RecordGrouping.Sums)], MostGroups)
            : null;
    }

    /// <summary>The records of one group, as a list of their own.</summary>
    public static ListState OfGroup(ListState state, FieldModel by, Value key)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(by);
        return state.With(by.Key, ColumnFilter.None with { OneOf = [TextOf(key)] }) with { GroupBy = null };
    }

    private static string TextOf(Value key) => key.Content switch
    {
        null => ColumnFilter.Blank,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool boolean => boolean ? "true" : "false",
        var content => Convert.ToString(content, CultureInfo.InvariantCulture)!,
    };

    /// <summary>The value that a field reads from a text of the address; null when it cannot be read, or is blank.</summary>
    public static Value? Read(FieldModel field, string text)
    {
        ArgumentNullException.ThrowIfNull(field);
        var diagnostics = new DiagnosticBag();
        var value = field.Type.Read(InputValue.Of(text), field.Settings, field.Key, diagnostics);
        return diagnostics.HasErrors || value.IsBlank ? null : value;
    }

    private static List<FieldModel> ChosenColumns(FormModel form, ListState state)
        => [.. state.Columns.Select(form.Find).OfType<FieldModel>().Where(field => field.Lines is null).Distinct()];

    public static IReadOnlyList<SortOrder> SortOf(FormModel form, ListState state)
        => state.SortBy is { } key && form.Find(key) is { Lines: null, IsSensitive: false } ? [.. state.ThenBy.Prepend(new(key, state.Descending)).SelectMany(order => SortOf(form, order)).DistinctBy(order => order.Field.Fields[0])]
            : form.SortField is { } field ? [new(FieldPath.Of(field), form.SortDescending)]
            : [];

    private static IEnumerable<SortOrder> SortOf(FormModel form, ListOrder order)
        => form.Find(order.Field) is { Lines: null, IsSensitive: false } field ? field.StoredParts.Select(part => new SortOrder(FieldPath.Of(part), order.Descending)) : [];

    /// <summary>What marks at the page's edges are made of.</summary>
    private static IEnumerable<FieldModel> SortFieldsOf(RecordQuery query) => SeekMark.Suits(query.Sort) ? query.Sort.Select(order => order.Field.Fields[0]) : [];

    private static Condition? ConditionOf(FormModel form, ListState state, Condition? where)
    {
        Condition[] given = where is null ? [] : [where];
        Condition[] conditions = [.. given, .. state.Filters.SelectMany(filter => form.Find(filter.Key) is { } field ? ConditionsOf(field, filter.Value) : [])];
        return conditions.Length switch
        {
            0 => null,
            1 => conditions[0],
            _ => new Condition.All(conditions),
        };
    }

    private static IEnumerable<Condition> ConditionsOf(FieldModel field, ColumnFilter filter)
    {
        var path = FieldPath.Of(field);
        var kind = FilterKinds.Of(field);
        if (filter.Contains.Length > 0 && kind is (FilterKind.Text or FilterKind.Reference or FilterKind.Tags))
        {
            yield return field.Type.FindByText(filter.Contains, field.Settings) is { } values
                ? new Condition.OneOf(path, values)
                : new Condition.Contains(path, filter.Contains);
        }

        if (filter.Contains.Length > 0 && kind is FilterKind.Exact)
        {
            yield return new Condition.Compare(path, ComparisonOperator.Equal, Read(field, filter.Contains) ?? Value.Of(filter.Contains));
        }

        if (kind is FilterKind.Number or FilterKind.Date)
        {
            if (Read(field, filter.From) is { } from)
            {
                yield return new Condition.Compare(path, ComparisonOperator.GreaterOrEqual, from);
            }

            if (UpTo(field, filter.To) is { } upTo)
            {
                yield return upTo;
            }
        }

        if (kind is not FilterKind.None && OneOf(field, kind, filter) is { } oneOf)
        {
            yield return oneOf;
        }
    }

    /// <summary>A day as the limit of a moment includes the whole day.</summary>
    private static Condition.Compare? UpTo(FieldModel field, string text)
    {
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue;
        return field.Kind == ValueKind.DateTime && isDay && Read(field, day.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) is { } next
            ? new(FieldPath.Of(field), ComparisonOperator.Less, next)
            : Read(field, text) is { } limit ? new(FieldPath.Of(field), ComparisonOperator.LessOrEqual, limit)
            : null;
    }

    private static Condition? OneOf(FieldModel field, FilterKind kind, ColumnFilter filter)
    {
        var path = FieldPath.Of(field);
        Value[] values = kind == FilterKind.Reference
            ? [.. filter.OneOf.Select(ReadId).OfType<long>().Select(Value.OfReference)]
            : [.. filter.OneOf.Select(text => ReadOption(field, text)).OfType<Value>()];
        var one = values.Length == 0 ? null
            : field.ItemShape is FieldShape.Department ? new Condition.InDepartment(path, [.. values.Select(value => (long)value.Content!)])
            : OneOf(path, values, filter.Items);
        var blank = filter.OneOf.Contains(ColumnFilter.Blank) ? new Condition.IsBlank(path) : null;
        return one is not null && blank is not null ? new Condition.Any(one, blank) : one ?? blank;
    }

    private static Condition OneOf(FieldPath path, Value[] values, ItemMatch match) => (path.Field.IsList, match) switch
    {
        (false, _) => new Condition.OneOf(path, values),
        (_, ItemMatch.All) => new Condition.HasAll(path, values),
        (_, ItemMatch.None) => new Condition.HasNone(path, values),
        _ => new Condition.HasAny(path, values),
    };

    /// <summary>A text stands for itself even when it is no option any more: records may still hold it.</summary>
    private static Value? ReadOption(FieldModel field, string text)
        => text == ColumnFilter.Blank ? null : field.ItemKind == ValueKind.Text ? Value.Of(text) : Read(field, text);

    private static long? ReadId(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
