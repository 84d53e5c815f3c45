using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Aggregates;

public sealed class Product : PrimitiveFunction
{
    public override string Name => "PRODUCT";

    public override IReadOnlyList<string> Aliases => ["乘积"];

    public override LocalizedText Help => new(
        "各数相乘，略过空值；没有数值时为 0。",
        "The product, blanks passed over; 0 of nothing.");

    public override IReadOnlyList<FunctionExample> Examples => [new("PRODUCT(3, 4)", "12")];

    public override BlankRule Blanks => BlankRule.Ignored;

    public override SqlProviders Sql => SqlProviders.Sqlite | SqlProviders.PostgreSql;

    public override LocalizedText? InsteadInSets => new("单个的值请用乘号连接。", "Single values can be multiplied with *.");

    protected override IReadOnlyList<string> Forms => ["number values/数值* -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Product);
}
