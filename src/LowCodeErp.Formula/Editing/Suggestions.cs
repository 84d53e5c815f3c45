using System.Globalization;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Editing;

/// <summary>Finds what may be written at a place of a formula that is being typed.</summary>
public sealed class Suggestions(IFormulaSchema schema, FormulaOptions options, CultureInfo culture)
{
    private const int Most = 50;

    /// <param name="isAsked">Somebody asked for all there is; otherwise nothing is suggested before a letter or a bracket was typed.</param>
    public SuggestionList Find(string text, int caret, bool isAsked)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > FormulaLimits.Characters || caret < 0 || caret > text.Length)
        {
            return SuggestionList.None;
        }

        var tokens = Lexer.Read(text, []);
        var word = CaretWord.At(text, tokens, caret);
        if (word.Kind == CaretWordKind.Value || (word.Kind == CaretWordKind.Gap && !isAsked))
        {
            return SuggestionList.None;
        }

        var call = OpenCall.At(tokens, caret);
        var fields = new FieldSuggestions(options, culture, AreLinesSummed: call?.Function.Family == "Aggregates");
        var found = ScopesOf(call).SelectMany(scope => fields.Find(scope, word.Typed));
        var functions = word.Kind == CaretWordKind.Field ? [] : FunctionsCalled(word.Typed, isOpen: word.End < text.Length && CharacterFolding.Fold(text[word.End]) == '(');
        return new(word.Start, word.End, [.. found.Concat(functions).OrderBy(entry => entry.Rank).Select(entry => entry.Suggestion).DistinctBy(item => item.Insert).Take(Most)]);
    }

    /// <summary>Within SUMIF([明细], … the fields of the lines come first.</summary>
    private IEnumerable<IFormulaSchema> ScopesOf(OpenCall? call)
    {
        var goesThroughItems = call is { Argument: > 0, FirstField: not null } && call.Function.Signatures.Any(signature => signature.Leading.Any(parameter => parameter.Shape == ParameterShape.Each));
        if (goesThroughItems && new FieldSuggestions(options, culture, AreLinesSummed: true).Follow(schema, call!.FirstField!) is { } lines)
        {
            yield return lines;
        }

        yield return schema;
    }

    private static IEnumerable<(int Rank, Suggestion Suggestion)> FunctionsCalled(string typed, bool isOpen)
    {
        foreach (var function in FunctionCatalog.All)
        {
            if (NameMatch.Rank(typed, [function.Name, .. function.Aliases]) is { } rank)
            {
                var hasParameters = function.Signatures.Any(signature => signature.MaximumCount > 0);
                var insert = isOpen ? function.Name : function.Name + "()";
                var caret = hasParameters && !isOpen ? insert.Length - 1 : insert.Length;
                // A field of the same name is the likelier one.
                yield return ((rank * 10) + 5, new(SuggestionKind.Function, function.Name, insert, caret, SignatureDisplay.Of(function), function));
            }
        }
    }
}
