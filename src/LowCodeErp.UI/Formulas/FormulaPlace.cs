using System.Globalization;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;

namespace LowCodeErp.UI.Formulas;

/// <summary>Where a formula stands: what it may read, and what it has to give.</summary>
/// <param name="Form">The one whose records it is about; it may be in design and have mistakes.</param>
public sealed record FormulaPlace(FormModel Form, IFormulaSchema Schema, FormulaOptions Options)
{
    /// <summary>A filter of the form's records, which the database runs.</summary>
    public static FormulaPlace OfFilter(FormModel form, FormulaConditions conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        return new(form, conditions.SchemaOf(form), conditions.Options);
    }

    /// <summary>The same for somebody who is not told of every field: what he types may name any, what he chooses from does not.</summary>
    public static FormulaPlace OfFilter(FormModel form, FormulaConditions conditions, Func<FieldModel, bool> isOffered)
        => OfFilter(form, conditions) with { Offers = isOffered, Offered = conditions.SchemaOf(form, isOffered) };

    /// <summary>Whether a field is among those to choose from.</summary>
    public Func<FieldModel, bool> Offers { get; init; } = _ => true;

    /// <summary>What is suggested while somebody types.</summary>
    public IFormulaSchema Offered { get; init; } = Schema;

    /// <summary>Whether it may read the records that a reference leads to.</summary>
    public bool FollowsReferences { get; init; } = true;

    public bool IsCondition => Options.ResultType?.Kind == FormulaTypeKind.Boolean;

    public CompiledFormula Compile(string text) => FormulaCompiler.Compile(text, Schema, Options);

    /// <summary>A stored formula as people read it: its fields by their labels. As it is stored where labels would not say the same.</summary>
    public string Show(string stored, CultureInfo culture)
    {
        var compiled = Compile(stored);
        if (compiled.Syntax.HasErrors)
        {
            return stored;
        }

        var shown = HasLines(stored) ? compiled.RewriteWithLabels(culture) : compiled.PrintWithLabels(culture);
        return Compile(shown).PrintWithKeys() == compiled.PrintWithKeys() ? shown : stored;
    }

    /// <summary>A formula as it is stored: its fields by their keys, in one spelling unless it was written in several lines. What cannot be read stays as it was typed.</summary>
    public string Store(string shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var text = shown.ReplaceLineEndings("\n").Trim();
        return text.Length == 0 || Compile(text) is not { Syntax.HasErrors: false } compiled ? text
            : HasLines(text) ? compiled.RewriteWithKeys()
            : compiled.PrintWithKeys();
    }

    /// <summary>Lines that somebody made are there to be read by.</summary>
    private static bool HasLines(string text) => text.Contains('\n', StringComparison.Ordinal);
}
