using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Aggregates;

public sealed class Max : PrimitiveFunction
{
    public override string Name => "MAX";

    public override IReadOnlyList<string> Aliases => ["最大"];

    public override LocalizedText Help => new("最大的值，略过空值；没有值时为空。", "The largest value, blanks passed over; blank of nothing.");

    public override IReadOnlyList<FunctionExample> Examples => [new("MAX(10, 2, 27)", "27")];

    public override BlankRule Blanks => BlankRule.Ignored;

    protected override IReadOnlyList<string> Forms =>
    [
        "number values/数值* -> number",
        "date values/日期* -> date",
        "datetime values/日期时间* -> datetime",
        "time values/时间* -> time",
    ];

    protected override string Primitive => nameof(FormulaPrimitives.Maximum);

    /// <summary>The aggregates of tables and single values can be put together.</summary>
    internal override LocalizedText? FindObstacle(BoundNode.Call call) => null;

    internal override NumberBounds GetBounds(IReadOnlyList<BoundNode> arguments) => NumberBounds.Any(arguments);
}
