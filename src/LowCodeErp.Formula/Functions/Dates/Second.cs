using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class Second : FormulaFunction
{
    public override string Name => "SECOND";

    public override IReadOnlyList<string> Aliases => ["秒"];

    public override LocalizedText Help => new("时间的秒部分，按工作区的时区。", "The second of a time, in the time zone of the workspace.");

    public override IReadOnlyList<FunctionExample> Examples => [new("SECOND(#2024-01-31 08:30:15#)", "15"), new("SECOND(TIME(8, 30, 15))", "15")];

    public override BlankRule Blanks => BlankRule.Propagates;

    protected override IReadOnlyList<string> Forms => ["time time/时间 -> number", "datetime moment/日期时间 -> number"];

    internal override Emitted Emit(CallEmitter call) => new(
        call.Primitive(call.Nodes[0].Type.Kind == FormulaTypeKind.DateTime ? nameof(FormulaPrimitives.SecondOf) : nameof(FormulaPrimitives.Second)),
        call.ArgumentFailure);
}
