using System.Collections;

namespace LowCodeErp.Core.Values;

/// <summary>Several values of one kind in their order, none of them blank. It never changes, and equals a list of the same values.</summary>
public abstract class ValueList : IEquatable<ValueList>
{
    public abstract int Count { get; }

    /// <summary>Texts as <see cref="string"/>, ids as <see cref="long"/>.</summary>
    public abstract IEnumerable<object> Items { get; }

    public bool Equals(ValueList? other) => other is not null && Count == other.Count && Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => Equals(obj as ValueList);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => string.Join(", ", Items);
}

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
