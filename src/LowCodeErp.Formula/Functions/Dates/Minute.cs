using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class Minute : FormulaFunction
{
    public override string Name => "MINUTE";

    public override IReadOnlyList<string> Aliases => ["分"];

    public override LocalizedText Help => new("时间的分钟部分，按工作区的时区。", "The minute of a time, in the time zone of the workspace.");

    public override IReadOnlyList<FunctionExample> Examples => [new("MINUTE(#2024-01-31 08:30:15#)", "30"), new("MINUTE(TIME(8, 30, 15))", "30")];

    public override BlankRule Blanks => BlankRule.Propagates;

    protected override IReadOnlyList<string> Forms => ["time time/时间 -> number", "datetime moment/日期时间 -> number"];

    internal override Emitted Emit(CallEmitter call) => new(
        call.Primitive(call.Nodes[0].Type.Kind == FormulaTypeKind.DateTime ? nameof(FormulaPrimitives.MinuteOf) : nameof(FormulaPrimitives.Minute)),
        call.ArgumentFailure);
}
