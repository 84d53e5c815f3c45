using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Numbers;

public sealed class NumberValue : PrimitiveFunction
{
    public override string Name => "VALUE";

    public override IReadOnlyList<string> Aliases => ["转数字", "TONUMBER"];

    public override LocalizedText Help => new(
        "把文本转成数字，认识 1,234.5、￥12、12%；不是数字则出错。",
        "Turns a text such as 1,234.5, ￥12 or 12% into a number; it fails for other texts.");

    public override IReadOnlyList<FunctionExample> Examples =>
    [
        new("VALUE(\"1,234.5\")", "1234.5"),
        new("VALUE(\"12%\")", "0.12"),
        new("VALUE(\"abc\")", "blank"),
    ];

    public override BlankRule Blanks => BlankRule.Propagates;

    // Not on SQL Server: it has no regular expressions to read numbers with.
    public override SqlProviders Sql => SqlProviders.Sqlite | SqlProviders.PostgreSql;

    public override LocalizedText? InsteadInSets => new("请把字段改成数字类型。", "Make the field a number field.");

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["text text/文本 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Value);
}
