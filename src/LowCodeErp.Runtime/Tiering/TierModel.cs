using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>A tier model, compiled: every path resolved, every setting in range.</summary>
public sealed record TierModel
{
    public required string Key { get; init; }

    public required string App { get; init; }

    public required LocalizedText Label { get; init; }

    public LocalizedText? Description { get; init; }

    public required TierMethod Method { get; init; }

    /// <summary>The form whose records get a tier.</summary>
    public required FormModel Form { get; init; }

    public required TierSource Source { get; init; }

    public required TierBasis Basis { get; init; }

    /// <summary>Null: every order up to the analysis date.</summary>
    public int? WindowMonths { get; init; }

    public required RfmDefinition Rfm { get; init; }

    public required AbcDefinition Abc { get; init; }

    /// <summary>Best first; the last is for records without an order.</summary>
    public required IReadOnlyList<TierDefinition> Tiers { get; init; }

    public TierDefinition NoOrderTier => Tiers[^1];

    /// <summary>A run tells of all records that it reads, and changes where every record stands: it takes the right to view them all, and an auditor changes nothing.</summary>
    public bool MayBeRunBy(MemberAccess member)
    {
        ArgumentNullException.ThrowIfNull(member);
        FieldPath?[] paths = [Source.Subject, Source.Date, Source.Order, Source.Amount, Source.Status, Source.Deduction];
        return !member.ChangesNothing && paths.OfType<FieldPath>().SelectMany(path => path.Fields).Select(field => field.Form).Append(Form).Append(Source.Form).All(form => member.Of(form).SeesAll);
    }
}
