namespace LowCodeErp.ScriptHost;

/// <summary>What a script may use. More than business people need, and little enough that a script is refused long before it hurts.</summary>
internal static class ScriptLimits
{
    public const int Steps = 5_000_000;

    public const int Recursion = 200;

    /// <summary>Of lists that a built-in function walks through; such a walk cannot be interrupted.</summary>
    public const int ListLength = 100_000;

    /// <summary>Of texts that a built-in function walks through, and of the result, in characters.</summary>
    public const int TextLength = 1_000_000;

    public const int JsonDepth = 64;

    /// <summary>Of one value that becomes JSON: its members and items, all levels together.</summary>
    public const int JsonValues = 200_000;

    public const int LogLines = 200;

    public const int LogLineLength = 1_000;

    public static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(500);
}
