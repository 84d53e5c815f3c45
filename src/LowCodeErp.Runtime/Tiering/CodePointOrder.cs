namespace LowCodeErp.Runtime.Tiering;

/// <summary>
/// Orders texts by Unicode code points, as SQLite's BINARY and PostgreSQL's "C" do. <see cref="StringComparer.Ordinal"/>
/// compares UTF-16 units and puts rare Chinese characters (𠮷) before full-width ones (Ａ), so ties would be broken otherwise in
/// memory than in SQL.
/// </summary>
public sealed class CodePointOrder : IComparer<string>
{
    private CodePointOrder()
    {
    }

    public static CodePointOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return string.CompareOrdinal(x, y);
        }

        var common = x.AsSpan().CommonPrefixLength(y);
        return common == x.Length || common == y.Length ? x.Length.CompareTo(y.Length) : Weigh(x[common]).CompareTo(Weigh(y[common]));
    }

    /// <summary>Halves of a surrogate pair stand for code points above every other unit.</summary>
    private static int Weigh(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
