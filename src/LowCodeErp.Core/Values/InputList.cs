using System.Collections;

namespace LowCodeErp.Core.Values;

/// <summary>The items of an input of several values; equals a list of the same items, so that a draft knows whether it was changed.</summary>
public sealed class InputList(IEnumerable<InputValue> items) : IReadOnlyList<InputValue>, IEquatable<InputList>
{
    private readonly InputValue[] _items = [.. items];

    public int Count => _items.Length;

    public InputValue this[int index] => _items[index];

    public bool Equals(InputList? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    public override bool Equals(object? obj) => Equals(obj as InputList);

    public override int GetHashCode() => HashCode.Combine(Count, _items.FirstOrDefault());

    public IEnumerator<InputValue> GetEnumerator() => ((IEnumerable<InputValue>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(", ", _items.Select(item => item.Content));
}
