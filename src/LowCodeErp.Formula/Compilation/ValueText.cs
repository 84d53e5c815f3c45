using System.Collections;
using System.Globalization;

namespace LowCodeErp.Formula.Compilation;

/// <summary>The value of a formula in its one canonical form, the same in every language, for consoles, files and tests.</summary>
public static class ValueText
{
    public const string Blank = "blank";

    public static string Of(object? value, EvaluationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return value switch
        {
            null => Blank,
            string text => text,
            bool boolean => boolean ? "TRUE" : "FALSE",
            decimal number => FormulaPrimitives.NumberText(number)!,
            DateOnly date => FormulaPrimitives.DateText(date)!,
            DateTime moment => FormulaPrimitives.DateTimeText(moment, context)!,
            IReadOnlyList<IFormulaRow> rows => $"{rows.Count} rows",
            IEnumerable items => $"{{{string.Join(", ", items.Cast<object?>().Select(item => Of(item, context)))}}}",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }
}
