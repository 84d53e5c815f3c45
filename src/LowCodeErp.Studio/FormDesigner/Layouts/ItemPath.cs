using System.Collections.Immutable;
using System.Globalization;

namespace LowCodeErp.Studio.FormDesigner.Layouts;

/// <summary>Where an item stands on a form's canvas: <c>2.0</c> is the first item inside the third one. The blank path is the canvas itself.</summary>
public readonly record struct ItemPath(ImmutableArray<int> Indexes)
{
    public static ItemPath Canvas { get; } = new([]);

    /// <summary>From top to bottom, an item before those inside it.</summary>
    public static IComparer<ItemPath> ReadingOrder { get; }
        = Comparer<ItemPath>.Create((left, right) => left.Indexes.AsSpan().SequenceCompareTo(right.Indexes.AsSpan()));

    public int Depth => Indexes.Length;

    public int Index => Indexes[^1];

    public ItemPath Parent => new(Indexes[..^1]);

    /// <exception cref="FormatException">The text is no path.</exception>
    public static ItemPath Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? Canvas : new([.. text.Split('.').Select(part => int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture))]);
    }

    public ItemPath Child(int index) => new(Indexes.Add(index));

    public bool IsWithin(ItemPath other) => Depth >= other.Depth && Indexes.AsSpan()[..other.Depth].SequenceEqual(other.Indexes.AsSpan());

    public bool Equals(ItemPath other) => Indexes.AsSpan().SequenceEqual(other.Indexes.AsSpan());

    public override int GetHashCode() => Indexes.Aggregate(17, HashCode.Combine);

    public override string ToString() => string.Join('.', Indexes);
}
