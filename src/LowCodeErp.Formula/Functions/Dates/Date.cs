using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class Date : FormulaFunction
{
    public override string Name => "DATE";

    public override IReadOnlyList<string> Aliases => ["日期"];

    public override LocalizedText Help => new(
        "由年、月、日得到日期；月和日可超出范围，顺延到前后的月份。1900 以下的年份加 1900。也可给出时、分、秒。",
        "A date from year, month and day; months and days roll over. 1900 is added to smaller years. Hour, minute and second may follow.");

    public override IReadOnlyList<FunctionExample> Examples =>
    [
        new("DATE(2024, 2, 30)", "2024-03-01"),
        new("DATE(2024, 13, 1)", "2025-01-01"),
    ];

    public override BlankRule Blanks => BlankRule.Propagates;

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms =>
    [
        "number year/年, number month/月, number day/日 -> date",
        "number year/年, number month/月, number day/日, number hour/时, number minute/分, number second/秒 -> datetime",
    ];

    internal override Emitted Emit(CallEmitter call)
    {
        var value = call.Primitive(call.Type.Kind == FormulaTypeKind.DateTime ? nameof(FormulaPrimitives.DateAndTime) : nameof(FormulaPrimitives.Date));
        return new(value, Expressions.OrElse(call.ArgumentFailure, call.FailureOf(value, blankFails: false)));
    }
}
