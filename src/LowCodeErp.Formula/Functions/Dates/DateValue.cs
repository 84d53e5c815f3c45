using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class DateValue : PrimitiveFunction
{
    public override string Name => "DATEVALUE";

    public override IReadOnlyList<string> Aliases => ["转日期", "TODATE", "STRTODATE"];

    public override LocalizedText Help => new(
        "把文本转成日期，认识 2024-01-31、2024/1/31、2024年1月31日；不是日期则出错。",
        "Turns a text such as 2024-01-31, 2024/1/31 or 2024年1月31日 into a date; it fails for other texts.");

    public override IReadOnlyList<FunctionExample> Examples =>
    [
        new("DATEVALUE(\"2024年1月31日\")", "2024-01-31"),
        new("DATEVALUE(\"31/31/2024\")", "blank"),
    ];

    public override BlankRule Blanks => BlankRule.Propagates;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "请把字段改成日期类型。",
        "Make the field a date field.");

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["text text/文本 -> date"];

    protected override string Primitive => nameof(FormulaPrimitives.DateValue);
}
