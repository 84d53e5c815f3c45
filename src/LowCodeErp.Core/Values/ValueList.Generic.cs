using System.Collections;

namespace LowCodeErp.Core.Values;

/// <typeparam name="T"><see cref="string"/> or <c>long?</c>, which is how formulas see an id.</typeparam>
public sealed class ValueList<T>(IEnumerable<T> items) : ValueList, IReadOnlyList<T>
{
    private readonly T[] _items = [.. items];

    public override int Count => _items.Length;

    public override IEnumerable<object> Items => _items.Cast<object>();

    public T this[int index] => _items[index];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
