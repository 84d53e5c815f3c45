using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Rollups;

/// <summary>
/// A field added up from records that refer to this one. It is stored, and brought up to date in the transaction that changes
/// those records (decision 0023).
/// </summary>
/// <param name="Reference">The field through which the records refer to this one; its form is theirs.</param>
/// <param name="Source">What is rolled up; null where records are counted.</param>
/// <param name="OrderBy">Of the first or last.</param>
/// <param name="Condition">Which records count; null for all.</param>
/// <param name="Own">The fields of the records whose change may change the rollup.</param>
/// <param name="Referred">Fields of records that those refer to, likewise.</param>
public sealed record FieldRollup(
    FieldModel Field, FieldModel Reference, RollupOperation Operation, FieldModel? Source, FieldModel? OrderBy,
    CompiledFormula? Condition, IReadOnlyList<FieldModel> Own, IReadOnlyList<ReferredField> Referred)
{
    public FormModel Records => Reference.Form;

    /// <summary>What it is where no record counts: 0 of what is added up or counted, else blank.</summary>
    public Value OfNothing { get; } = Operation is RollupOperation.Sum or RollupOperation.Count or RollupOperation.Distinct
        ? Value.Of(0m)
        : Value.Blank(Field.Kind);

    /// <summary>As it is stored: fields by key.</summary>
    public string? ConditionText { get; } = Condition?.PrintWithKeys();

    /// <summary>Its author has declared that it may show figures of records that the viewer may not see.</summary>
    public bool IsForEverybody { get; init; }

    /// <summary>Whether a formula, a validation or another rollup rests on it.</summary>
    public bool IsRead { get; internal set; }

    /// <summary>The fields whose values it reads, of whatever form.</summary>
    public IEnumerable<FieldModel> Sources => Own.Concat(Referred.Select(referred => referred.Field));

    /// <summary>Whether another rollup gives the same value for the same records.</summary>
    public bool IsSame(FieldRollup? other) => other is not null && Describe(this) == Describe(other);

    private static (string, string, RollupOperation, string?, string?, string?) Describe(FieldRollup rollup)
        => (rollup.Records.Key, rollup.Reference.Key, rollup.Operation, rollup.Source?.Key, rollup.OrderBy?.Key, rollup.ConditionText);
}
