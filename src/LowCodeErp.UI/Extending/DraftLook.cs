namespace LowCodeErp.UI.Extending;

/// <summary>What people see of a part of a draft: where two of them are equal, nothing has to be drawn anew.</summary>
public sealed class DraftLook : IEquatable<DraftLook>
{
    private readonly object?[] _seen;

    internal DraftLook(IEnumerable<object?> seen) => _seen = [.. seen];

    public bool Equals(DraftLook? other) => other is not null && _seen.AsSpan().SequenceEqual(other._seen);

    public override bool Equals(object? obj) => Equals(obj as DraftLook);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in _seen)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}
