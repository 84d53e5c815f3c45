namespace LowCodeErp.Studio.FormDesigner.Rules;

internal static class Moving
{
    /// <summary>The same items with one of them at another place.</summary>
    public static IReadOnlyList<T> Moved<T>(this IReadOnlyList<T> items, int from, int to)
    {
        var moved = items.ToList();
        var item = moved[from];
        moved.RemoveAt(from);
        moved.Insert(to, item);
        return moved;
    }

    /// <summary>The same items with another one at a place.</summary>
    public static IReadOnlyList<T> With<T>(this IReadOnlyList<T> items, int place, T item) => [.. items.Select((known, index) => index == place ? item : known)];
}
