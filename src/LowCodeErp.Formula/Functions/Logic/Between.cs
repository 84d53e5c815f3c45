using System.Linq.Expressions;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Logic;

public sealed class Between : FormulaFunction
{
    public override string Name => "BETWEEN";

    public override IReadOnlyList<string> Aliases => ["介于"];

    public override LocalizedText Help => new("值是否介于两个值之间（含两端）。", "Whether a value lies between two others, both included.");

    public override IReadOnlyList<FunctionExample> Examples =>
        [new("BETWEEN(5, 1, 5)", "TRUE"), new("BETWEEN(#2024-01-31#, #2024-02-01#, #2024-12-31#)", "FALSE")];

    public override BlankRule Blanks => BlankRule.False;

    protected override IReadOnlyList<string> Forms =>
    [
        "number value/值, number from/从, number to/到 -> boolean",
        "date value/值, date from/从, date to/到 -> boolean",
        "datetime value/值, datetime from/从, datetime to/到 -> boolean",
    ];

    internal override Emitted Emit(CallEmitter call) => new(
        Expression.AndAlso(
            ComparisonEmitter.Compare(ExpressionType.GreaterThanOrEqual, call.Argument(0).Value, call.Argument(1).Value),
            ComparisonEmitter.Compare(ExpressionType.LessThanOrEqual, call.Argument(0).Value, call.Argument(2).Value)),
        call.ArgumentFailure);
}
