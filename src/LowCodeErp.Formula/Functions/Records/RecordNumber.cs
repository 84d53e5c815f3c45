using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Records;

public sealed class RecordNumber : PrimitiveFunction
{
    public override string Name => "RECNO";

    public override IReadOnlyList<string> Aliases => ["记录编号"];

    public override LocalizedText Help => new(
        "当前数据的编号。",
        "The number of the record.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ISBLANK(RECNO())", "TRUE")];

    public override BlankRule Blanks => BlankRule.None;

    public override bool IsVolatile => true;

    public override bool IsOfRecord => true;

    protected override IReadOnlyList<string> Forms => [" -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.RecordNumber);
}
