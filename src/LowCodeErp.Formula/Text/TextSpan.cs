namespace LowCodeErp.Formula.Text;

/// <summary>A stretch of a formula's text, for underlining what is meant.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static TextSpan Between(int start, int end) => new(start, Math.Max(0, end - start));

    public TextSpan To(TextSpan last) => Between(Start, Math.Max(End, last.End));
}
