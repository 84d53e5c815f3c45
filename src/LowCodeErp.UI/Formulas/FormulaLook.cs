using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Editing;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.UI.Formulas;

/// <summary>What the box of a formula shows for a text and a caret, in the words of its reader. It goes to the script of the box.</summary>
/// <param name="Text">That it was made for.</param>
/// <param name="Marks">What is underlined.</param>
/// <param name="Start">Of what a suggestion takes the place of.</param>
/// <param name="End">Of that.</param>
/// <param name="Hint">How the function around the caret is called; blank for none.</param>
public sealed record FormulaLook(string Text, IReadOnlyList<FormulaLook.Mark> Marks, int Start, int End, IReadOnlyList<FormulaLook.Item> Items, string Hint)
{
    /// <param name="Kind"><c>error</c> or <c>warning</c>.</param>
    public sealed record Mark(int Start, int End, string Kind);

    /// <param name="Detail">The type of a field, the parameters of a function.</param>
    /// <param name="Help">Blank for a field.</param>
    public sealed record Item(string Kind, string Name, string Insert, int Caret, string Detail, string Help, string Example);

    internal static FormulaLook Of(string text, SuggestionList found, OpenCall? call, IEnumerable<FormulaDiagnostic> diagnostics, CultureInfo culture) => new(
        text,
        [.. diagnostics.Where(diagnostic => diagnostic.Severity is Severity.Error or Severity.Warning).Select(diagnostic => MarkOf(diagnostic, text))],
        found.Start,
        found.End,
        [.. found.Items.Select(item => ItemOf(item, culture))],
        call is null ? "" : $"{SignatureDisplay.Of(call.Function).In(culture)} — {call.Function.Help.In(culture)}");

    /// <summary>Something is underlined where what is missing should stand, too.</summary>
    private static Mark MarkOf(FormulaDiagnostic diagnostic, string text)
    {
        var start = Math.Clamp(diagnostic.Span.Start, 0, Math.Max(0, text.Length - 1));
        return new(start, Math.Clamp(diagnostic.Span.End, Math.Min(start + 1, text.Length), text.Length), diagnostic.Severity.ToString().ToLowerInvariant());
    }

    private static Item ItemOf(Suggestion item, CultureInfo culture)
    {
        var name = item.Function is { Aliases: [var alias, ..] } ? $"{item.Name} {alias}" : item.Name;
        return new(
            item.Kind.ToString().ToLowerInvariant(), name, item.Insert, item.Caret, item.Detail.In(culture),
            item.Function?.Help.In(culture) ?? "", item.Function?.Examples is [var example, ..] ? Example(example, culture) : "");
    }

    internal static string Example(FunctionExample example, CultureInfo culture)
        => $"{example.Formula} → {(example.Gives == ValueText.Blank ? new LocalizedText("空", "blank").In(culture) : example.Gives)}";
}
