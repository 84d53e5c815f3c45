namespace LowCodeErp.Formula.Building;

/// <summary>What a test is about.</summary>
/// <param name="Path">Keys of fields: <c>customer.tier</c>; blank while none is chosen.</param>
public abstract record Subject(string Path)
{
    public static Subject Nothing { get; } = new Value("");

    public sealed record Value(string Path) : Subject(Path);

    /// <summary>The day of a moment.</summary>
    public sealed record Day(string Path) : Subject(Path);

    /// <summary>One value of all lines: the sum of their amounts, their number.</summary>
    /// <param name="Function">One of <see cref="Functions"/>.</param>
    public sealed record Aggregate(string Function, string Path) : Subject(Path)
    {
        public const string Count = "COUNT";

        public static IReadOnlyList<string> Functions { get; } = [Count, "SUM", "AVERAGE", "MIN", "MAX"];
    }
}
