using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Lower : PrimitiveFunction
{
    public override string Name => "LOWER";

    public override IReadOnlyList<string> Aliases => ["转小写"];

    public override LocalizedText Help => new(
        "转成小写字母。",
        "In small letters.");

    public override IReadOnlyList<FunctionExample> Examples => [new("LOWER(\"ABC\")", "abc")];

    public override BlankRule Blanks => BlankRule.EmptyText;

    // Not on SQL Server: its case tables are older than .NET's.
    public override SqlProviders Sql => SqlProviders.Sqlite | SqlProviders.PostgreSql;

    public override LocalizedText? InsteadInSets => new("请改在导出或计算字段里转换大小写。", "Change the case in a computed field.");

    protected override IReadOnlyList<string> Forms => ["text text/文本 -> text"];

    protected override string Primitive => nameof(FormulaPrimitives.Lower);
}
