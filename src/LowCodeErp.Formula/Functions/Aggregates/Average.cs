using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Aggregates;

public sealed class Average : FormulaFunction
{
    public override string Name => "AVERAGE";

    public override IReadOnlyList<string> Aliases => ["平均", "AVG"];

    public override LocalizedText Help => new("平均值，略过空值；没有值时为空。", "The average, blanks passed over; blank of nothing.");

    public override IReadOnlyList<FunctionExample> Examples =>
        [new("AVERAGE(10, 15, 32)", "19"), new("AVERAGE(#2024-01-01#, #2024-01-03#)", "2024-01-02")];

    public override BlankRule Blanks => BlankRule.Ignored;

    protected override IReadOnlyList<string> Forms => ["number values/数值* -> number", "date values/日期* -> date"];

    internal override Emitted Emit(CallEmitter call) => new(
        call.Primitive(call.Type.Kind == FormulaTypeKind.Date ? nameof(FormulaPrimitives.AverageDate) : nameof(FormulaPrimitives.Average)),
        call.ArgumentFailure);

    /// <summary>The aggregates of tables and single values can be put together.</summary>
    internal override LocalizedText? FindObstacle(BoundNode.Call call) => null;
}
