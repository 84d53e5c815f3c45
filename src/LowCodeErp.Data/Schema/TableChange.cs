using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Schema;

/// <summary>What was done to the tables, or why nothing may be.</summary>
/// <param name="Conversions">The fields whose values were written anew.</param>
/// <param name="Diagnostics">With an error the transaction must not be committed.</param>
internal sealed record TableChange(SchemaComparison Comparison, IReadOnlyList<ColumnConversion> Conversions, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>How many stored values and records the change concerns, in sentences.</summary>
    public IReadOnlyList<LocalizedText> Effects { get; init; } = [];

    public bool IsRefused => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    public IReadOnlySet<FieldPair> Converted => Conversions.Select(conversion => conversion.Pair).ToHashSet();

    /// <summary>Fields whose values may be others than before: what is computed from them has to be computed anew.</summary>
    public IReadOnlySet<FieldModel> ChangedFields { get; } = Conversions.Select(conversion => conversion.Field)
        .Concat(Comparison.Fields.Where(pair => pair.Kept is not null || pair.Form.Kept is not null).Select(pair => pair.New)).ToHashSet();

    /// <summary>The form as its table was before, in force or kept; null for one that is new.</summary>
    public FormModel? FindBefore(FormModel form) => Comparison.Forms.FirstOrDefault(pair => pair.New == form)?.Old;
}
