using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Records;

public sealed class IsNew : PrimitiveFunction
{
    public override string Name => "ISNEW";

    public override IReadOnlyList<string> Aliases => ["是新建"];

    public override LocalizedText Help => new(
        "数据是否正在新建；只用于规则和流程。",
        "Whether the record is being created; for rules and flows.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ISNEW()", "FALSE")];

    public override BlankRule Blanks => BlankRule.None;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "它只在保存数据时有意义。",
        "It only means something while a record is saved.");

    public override bool IsVolatile => true;

    protected override IReadOnlyList<string> Forms => [" -> boolean"];

    protected override string Primitive => nameof(FormulaPrimitives.IsNew);
}
