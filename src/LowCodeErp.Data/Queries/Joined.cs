using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>A row with the record that one of its references points to; nested once for each reference followed.</summary>
internal sealed class Joined<TLeft>
{
    public required TLeft Left { get; init; }

    /// <summary>Null where nothing is referred to, and the reference decides nothing.</summary>
    public required Row? Right { get; init; }
}
