using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Unit.Tests.Tiering;

/// <summary>Models with the tiers A from 85, B from 60, C below and D without orders; amounts have two digits behind the point.</summary>
internal static class TierModels
{
    public static TierModel Rfm(TieRule rule) => Create(TierMethod.Rfm) with { Rfm = new() { TieRule = rule } };

    public static TierModel Abc(BoundaryRule rule) => Create(TierMethod.Abc) with { Abc = new() { BoundaryRule = rule } };

    private static TierModel Create(TierMethod method)
    {
        var customer = new FormModel { Key = "customer", App = "test", Label = new("客户") };
        var order = new FormModel { Key = "order", App = "test", Label = new("订单") };
        return new()
        {
            Key = "tiers",
            App = "test",
            Label = new("分级"),
            Method = method,
            Form = customer,
            Source = new(order, Path(order, "customer", ValueKind.Reference), Path(order, "date", ValueKind.Date), null, Path(order, "amount", ValueKind.Number), null, [], null),
            Basis = TierBasis.Gross,
            Rfm = new(),
            Abc = new(),
            Tiers = [Tier("A", 85), Tier("B", 60), Tier("C", 0), Tier("D", null)],
        };
    }

    private static TierDefinition Tier(string key, decimal? fromScore) => new() { Key = key, Label = new(key), FromScore = fromScore };

    private static FieldPath Path(FormModel form, string key, ValueKind kind)
    {
        IFieldType type = new PlainField(kind);
        return FieldPath.Of(new()
        {
            Form = form, Ordinal = 0, Key = key, Label = new LocalizedText(key), Type = type, Settings = new PlainField.None(), Shape = type.GetShape(new PlainField.None()),
        });
    }
}
