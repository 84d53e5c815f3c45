using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Aggregates;

public sealed class CountA : PrimitiveFunction
{
    public override string Name => "COUNTA";

    public override IReadOnlyList<string> Aliases => ["非空计数"];

    public override LocalizedText Help => new(
        "不为空的值有几个。",
        "How many values are not blank.");

    public override IReadOnlyList<FunctionExample> Examples => [new("COUNTA({\"a\", \"\", \"b\"})", "2")];

    public override BlankRule Blanks => BlankRule.Ignored;

    protected override IReadOnlyList<string> Forms => ["T values/值* -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Count);

    /// <summary>The aggregates of tables and single values can be put together.</summary>
    internal override LocalizedText? FindObstacle(BoundNode.Call call) => null;
}
