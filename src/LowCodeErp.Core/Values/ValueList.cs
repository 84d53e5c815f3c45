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
