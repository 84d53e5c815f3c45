using System.Collections;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Tests;

/// <summary>Values as the text cases and the examples write them.</summary>
internal static class ValueText
{
    public static string Of(object? value) => value switch
    {
        null => "blank",
        string text => text,
        bool boolean => boolean ? "TRUE" : "FALSE",
        decimal number => FormulaPrimitives.NumberText(number)!,
        DateOnly date => FormulaPrimitives.DateText(date)!,
        DateTime moment => FormulaPrimitives.DateTimeText(moment, Sample.Context)!,
        IReadOnlyList<IFormulaRow> rows => $"{rows.Count} rows",
        IEnumerable items => $"{{{string.Join(", ", items.Cast<object?>().Select(Of))}}}",
        _ => value.ToString()!,
    };
}
