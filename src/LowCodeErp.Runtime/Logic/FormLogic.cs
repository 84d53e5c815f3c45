using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Logic;

/// <summary>
/// What a form computes and demands of its records: one model, which runs while somebody types and again when the record is
/// saved. The lines of a sub-table are a form with logic of its own, which runs before that of their record.
/// </summary>
public sealed class FormLogic
{
    private readonly HashSet<FieldModel> _subTables;

    /// <param name="formulas">In an order in which each can be computed.</param>
    internal FormLogic(IReadOnlyList<FieldFormula> formulas, IReadOnlyList<RecordValidation> validations)
    {
        Formulas = [.. formulas.Where(formula => !formula.IsLive)];
        LiveFormulas = [.. formulas.Where(formula => formula.IsLive)];
        Validations = validations;
        _subTables = [.. Formulas.SelectMany(formula => formula.Reads).Concat(validations.SelectMany(validation => validation.Reads)).Where(field => field.Lines is not null)];
    }

    public static FormLogic None { get; } = new([], []);

    /// <summary>Those of stored fields, in the order in which they are computed: a formula comes after those that it reads.</summary>
    public IReadOnlyList<FieldFormula> Formulas { get; }

    /// <summary>Those that are computed whenever the record is read, in such an order too; no stored one reads them.</summary>
    public IReadOnlyList<FieldFormula> LiveFormulas { get; }

    public IReadOnlyList<RecordValidation> Validations { get; }

    /// <summary>The sub-tables whose lines are read.</summary>
    public IReadOnlySet<FieldModel> SubTables => _subTables;

    /// <summary>Whether the logic of another version of the form gives the same values and the same verdicts.</summary>
    public bool IsSame(FormLogic other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Formulas.Select(Describe).SequenceEqual(other.Formulas.Select(Describe))
            && Validations.Select(Describe).SequenceEqual(other.Validations.Select(Describe));
    }

    private static (string, string) Describe(FieldFormula formula) => (formula.Field.Key, formula.Text);

    private static (string?, string, LocalizedText, Severity) Describe(RecordValidation validation)
        => (validation.Field?.Key, validation.Condition.PrintWithKeys(), validation.Message, validation.Severity);
}
