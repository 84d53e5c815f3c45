using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>Where a tier model reads; every path starts at <see cref="Form"/>.</summary>
/// <param name="Order">Null: each record of the form is one order.</param>
/// <param name="Status">Null when no order is left out; always null on a gross basis.</param>
/// <param name="ExcludedStatuses">Orders in these states count neither in amount nor in frequency.</param>
/// <param name="Deduction">Null when nothing is subtracted; always null on a gross basis.</param>
public sealed record TierSource(
    FormModel Form,
    FieldPath Subject,
    FieldPath Date,
    FieldPath? Order,
    FieldPath Amount,
    FieldPath? Status,
    IReadOnlyList<string> ExcludedStatuses,
    FieldPath? Deduction)
{
    /// <summary>Digits behind the point of the amounts; totals are counted in units of 1/10^scale.</summary>
    public int Scale => Math.Max(Amount.Field.Storage.Scale ?? 0, Deduction?.Field.Storage.Scale ?? 0);
}
