using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class WorkDay : PrimitiveFunction
{
    public override string Name => "WORKDAY";

    public override IReadOnlyList<string> Aliases => ["工作日"];

    public override LocalizedText Help => new(
        "若干个工作日以后（或以前）的日期，按工作日历。",
        "The date some working days later, by the working calendar.");

    public override IReadOnlyList<FunctionExample> Examples => [new("WORKDAY(#2021-03-17#, 3)", "2021-03-22")];

    public override BlankRule Blanks => BlankRule.Propagates;

    public override SqlProviders Sql => SqlProviders.Sqlite | SqlProviders.PostgreSql;

    public override LocalizedText? InsteadInSets => new(
        "请把工作日放到一个计算字段里，再引用该字段；相差的自然日可用 DAYS。",
        "Put the working days into a computed field and use that field; DAYS counts calendar days.");

    public override bool IsPartial => true;

    protected override IReadOnlyList<string> Forms => ["date start/开始日期, number days/天数, list<date> holidays/休息日? -> date"];

    protected override string Primitive => nameof(FormulaPrimitives.WorkDay);
}
