namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// Everything that a compiled formula may call. Each method is total (it never throws, save for a number beyond decimal) and
/// has one meaning here and in every database; texts are never empty but null.
/// </summary>
public static partial class FormulaPrimitives
{
    private const int TextLimit = Formula.Text.FormulaLimits.TextLength;

    public static string? ReadText(IFormulaRow? row, int ordinal) => Blankify((string?)row?.Get(ordinal));

    public static decimal? ReadNumber(IFormulaRow? row, int ordinal) => (decimal?)row?.Get(ordinal);

    public static bool? ReadBoolean(IFormulaRow? row, int ordinal) => (bool?)row?.Get(ordinal);

    public static DateOnly? ReadDate(IFormulaRow? row, int ordinal) => (DateOnly?)row?.Get(ordinal);

    public static DateTime? ReadDateTime(IFormulaRow? row, int ordinal) => (DateTime?)row?.Get(ordinal);

    public static long? ReadReference(IFormulaRow? row, int ordinal) => (long?)row?.Get(ordinal);

    public static IReadOnlyList<T> ReadList<T>(IFormulaRow? row, int ordinal) => (IReadOnlyList<T>?)row?.Get(ordinal) ?? [];

    public static IReadOnlyList<IFormulaRow> ReadRows(IFormulaRow? row, int ordinal) => row?.Lines(ordinal) ?? [];

    public static IFormulaRow? Follow(IFormulaRow? row, int ordinal) => row?.Follow(ordinal);

    /// <summary>Blank, and told to whoever watches; only where a whole formula failed.</summary>
    public static T? Fail<T>(EvaluationContext context)
    {
        context.Report?.Invoke(Text.FormulaDiagnostics.Failed(default));
        return default;
    }

    private static string? Blankify(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>A text that is too long is blank, as a number that is too large.</summary>
    private static string? Limit(string text)
        => text.Length <= TextLimit || CodePoints.Count(text) <= TextLimit ? Blankify(text) : null;

    /// <summary>Asked before it is built: whether <see cref="Limit"/> might let a text pass. A code point takes two characters at most.</summary>
    private static bool MayFit(long length) => length <= 2 * TextLimit;

    /// <summary>A count or digits given as a number: truncated, and within what an int holds.</summary>
    private static int Whole(decimal number) => (int)Math.Clamp(decimal.Truncate(number), -1_000_000_000, 1_000_000_000);
}
