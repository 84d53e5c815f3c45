namespace LowCodeErp.Formula.Compilation;

/// <summary>Lists. Positions count from 1.</summary>
public static partial class FormulaPrimitives
{
    public static IReadOnlyList<TResult> Map<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> each)
    {
        var result = new TResult[items.Count];
        for (var index = 0; index < result.Length; index++)
        {
            result[index] = each(items[index]);
        }

        return result;
    }

    public static IReadOnlyList<T> Filter<T>(IReadOnlyList<T> items, Func<T, bool?> condition)
        => items.Where(item => condition(item) == true).ToArray();

    /// <summary>Blanks last; equal items keep their order.</summary>
    public static IReadOnlyList<T> Sort<T>(IReadOnlyList<T> items, bool descending)
    {
        var ordered = items.OrderBy(item => item is null);
        return (descending ? ordered.ThenByDescending(Itself, ComparerOf<T>()) : ordered.ThenBy(Itself, ComparerOf<T>())).ToArray();

        static T Itself(T item) => item;
    }

    public static IReadOnlyList<T> SortBy<T, TKey>(IReadOnlyList<T> items, Func<T, TKey> key, bool descending)
    {
        var ordered = items.OrderBy(item => key(item) is null);
        return (descending ? ordered.ThenByDescending(key, ComparerOf<TKey>()) : ordered.ThenBy(key, ComparerOf<TKey>())).ToArray();
    }

    private static IComparer<T> ComparerOf<T>() => typeof(T) == typeof(string) ? (IComparer<T>)StringComparer.Ordinal : Comparer<T>.Default;

    public static IReadOnlyList<T> Unique<T>(IReadOnlyList<T> items) => items.Where(item => item is not null).Distinct().ToArray();

    public static T? ItemAt<T>(IReadOnlyList<T> items, decimal position)
        => Whole(position) >= 1 && Whole(position) <= items.Count ? items[Whole(position) - 1] : default;

    public static T? First<T>(IReadOnlyList<T> items) => items.Count > 0 ? items[0] : default;

    public static T? Last<T>(IReadOnlyList<T> items) => items.Count > 0 ? items[^1] : default;

    public static bool IsAnyOf<T>(T item, IReadOnlyList<T> items) => item is not null && items.Contains(item);

    public static bool ListContains<T>(IReadOnlyList<T> items, T item) => item is not null && items.Contains(item);

    public static bool ContainsAll<T>(IReadOnlyList<T> items, IReadOnlyList<T> wanted) => items.Count > 0 && wanted.All(items.Contains);

    public static bool ContainsAny<T>(IReadOnlyList<T> items, IReadOnlyList<T> wanted) => wanted.Any(item => item is not null && items.Contains(item));

    public static bool ContainsOnly<T>(IReadOnlyList<T> items, IReadOnlyList<T> wanted)
        => items.Count > 0 && items.All(wanted.Contains) && wanted.All(items.Contains);

    public static IReadOnlyList<T> Append<T>(IReadOnlyList<T>[] lists) => lists.SelectMany(list => list).ToArray();

    /// <summary>Blanks count as FALSE; of nothing it is true.</summary>
    public static bool AllTrue(IReadOnlyList<bool?> items) => items.All(item => item == true);

    public static bool AnyTrue(IReadOnlyList<bool?> items) => items.Any(item => item == true);

    public static bool IsEmpty<T>(IReadOnlyList<T> items) => items.All(item => item is null);
}
