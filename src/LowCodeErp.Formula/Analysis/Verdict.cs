namespace LowCodeErp.Formula.Analysis;

/// <summary>An answer that is never wrong: where a condition is beyond analysis it is <see cref="Unknown"/>.</summary>
public enum Verdict
{
    No,
    Yes,
    Unknown,
}
