using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Search : PrimitiveFunction
{
    public override string Name => "SEARCH";

    public override IReadOnlyList<string> Aliases => ["搜索"];

    public override LocalizedText Help => new(
        "同 FIND，但不分大小写，? 代表一个字符，* 代表任意多个。",
        "Like FIND, but case does not matter, ? is any character and * any number of them.");

    public override IReadOnlyList<FunctionExample> Examples => [new("SEARCH(\"B?\", \"abc\")", "2"), new("SEARCH(\"~?\", \"a?\")", "2")];

    public override BlankRule Blanks => BlankRule.EmptyText;

    // Not on SQL Server: its case tables are older than .NET's.
    public override SqlProviders Sql => SqlProviders.Sqlite | SqlProviders.PostgreSql;

    public override LocalizedText? InsteadInSets => new("请改用区分大小写的 FIND 或 CONTAINS。", "Use FIND or CONTAINS, which are case-sensitive.");

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["text part/要找的文本, text text/文本, number start/起始位置 = 1 -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.Search);
}
