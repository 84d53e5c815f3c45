using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Logic;

/// <summary>
/// What a form computes and demands of its records: one model, which runs while somebody types and again when the record is
/// saved. The lines of a sub-table are a form with logic of its own, which runs before that of their record.
/// </summary>
public sealed class FormLogic
{
    private readonly HashSet<FieldModel> _subTables;

    /// <param name="steps">In an order in which each can be computed.</param>
    internal FormLogic(
        IReadOnlyList<FieldProposal> proposals, IReadOnlyList<IFieldStep> steps, IReadOnlyList<FieldConditions> conditions,
        IReadOnlyList<OptionLimits> optionLimits, IReadOnlyList<RecordValidation> validations)
    {
        OptionLimits = optionLimits;
        Proposals = proposals;
        Steps = [.. steps.Where(step => step is not FieldFormula { IsLive: true })];
        Formulas = [.. Steps.OfType<FieldFormula>()];
        LiveFormulas = [.. steps.OfType<FieldFormula>().Where(formula => formula.IsLive)];
        Conditions = conditions;
        Validations = validations;
        Reads = Steps.Concat(Proposals).SelectMany(step => step.Reads)
            .Concat(conditions.SelectMany(field => field.All).SelectMany(condition => condition.Reads))
            .Concat(optionLimits.SelectMany(limits => limits.Reads))
            .Concat(validations.SelectMany(validation => validation.Reads))
            .ToHashSet();
        _subTables = [.. Reads.Where(field => field.Lines is not null)];
    }

    public static FormLogic None { get; } = new([], [], [], [], []);

    /// <summary>What stands in fields until somebody enters something else, before anything is computed: each comes after those that it reads.</summary>
    public IReadOnlyList<FieldProposal> Proposals { get; }

    /// <summary>All that decides what is stored, in the order in which it is computed: a step comes after those that it reads.</summary>
    public IReadOnlyList<IFieldStep> Steps { get; }

    /// <summary>Those of stored fields, in the order in which they are computed: a formula comes after those that it reads.</summary>
    public IReadOnlyList<FieldFormula> Formulas { get; }

    public IEnumerable<UniqueKey> UniqueKeys => Steps.OfType<UniqueKey>();

    /// <summary>Those that are computed whenever the record is read, in such an order too; no stored one reads them.</summary>
    public IReadOnlyList<FieldFormula> LiveFormulas { get; }

    /// <summary>Of the fields that have any.</summary>
    public IReadOnlyList<FieldConditions> Conditions { get; }

    /// <summary>Of the fields whose options depend on others.</summary>
    public IReadOnlyList<OptionLimits> OptionLimits { get; }

    public IReadOnlyList<RecordValidation> Validations { get; }

    /// <summary>Whether a validation looks at records of other forms.</summary>
    public bool LooksAcross => Validations.Any(validation => validation.LooksAcross);

    /// <summary>All fields that are read when a record is saved: of the form itself and, for lines, of their record.</summary>
    public IReadOnlySet<FieldModel> Reads { get; }

    /// <summary>The sub-tables whose lines are read.</summary>
    public IReadOnlySet<FieldModel> SubTables => _subTables;

    /// <summary>Whether the logic of another version of the form gives the same values and the same verdicts.</summary>
    public bool IsSame(FormLogic other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Formulas.Select(Describe).SequenceEqual(other.Formulas.Select(Describe))
            && Conditions.SelectMany(Describe).SequenceEqual(other.Conditions.SelectMany(Describe))
            && HasSameKeys(other)
            && Proposals.Select(Describe).SequenceEqual(other.Proposals.Select(Describe))
            && OptionLimits.SelectMany(Describe).SequenceEqual(other.OptionLimits.SelectMany(Describe))
            && Validations.Select(Describe).SequenceEqual(other.Validations.Select(Describe));
    }

    /// <summary>Whether the columns of the keys hold what they have to.</summary>
    public bool HasSameKeys(FormLogic other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return UniqueKeys.Select(Describe).SequenceEqual(other.UniqueKeys.Select(Describe));
    }

    /// <summary>What it compares; it is computed anew when that changes.</summary>
    private static string Describe(UniqueKey key) => $"{key.Key}: {string.Join(' ', key.Reads.Select(field => field.Key))}";

    private static IEnumerable<(string, string, string)> Describe(OptionLimits limits)
        => limits.All.Select(limit => (limits.Field.Key, limit.When.Text, string.Join(' ', limit.Options.Order(StringComparer.Ordinal))));

    private static (string, string) Describe(FieldProposal proposal) => (proposal.Field.Key, proposal.Text);

    private static (string, string) Describe(FieldFormula formula) => (formula.Field.Key, formula.Text);

    private static IEnumerable<(string, string, string, HiddenValue)> Describe(FieldConditions conditions)
        => conditions.All.Select(condition => (conditions.Field.Key, condition.Member, condition.Text, conditions.WhenHidden));

    private static (string?, string, LocalizedText, Severity, string?) Describe(RecordValidation validation)
        => (validation.Field?.Key, validation.Condition.PrintWithKeys(), validation.Message, validation.Severity, validation.Key);
}
