using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Dates;

public sealed class NetworkDays : PrimitiveFunction
{
    public override string Name => "NETWORKDAYS";

    public override IReadOnlyList<string> Aliases => ["工作日数"];

    public override LocalizedText Help => new(
        "两个日期之间（含首尾）的工作日数，按工作日历（含调休）；可另给出休息日列表。",
        "Working days between two dates, both included, by the working calendar; further days off may be listed.");

    public override IReadOnlyList<FunctionExample> Examples => [new("NETWORKDAYS(#2021-02-12#, #2021-02-25#)", "10")];

    public override BlankRule Blanks => BlankRule.Propagates;

    public override SqlProviders Sql => SqlProviders.Sqlite | SqlProviders.PostgreSql;

    public override LocalizedText? InsteadInSets => new(
        "请把工作日放到一个计算字段里，再引用该字段；相差的自然日可用 DAYS。",
        "Put the working days into a computed field and use that field; DAYS counts calendar days.");

    protected override IReadOnlyList<string> Forms => ["date start/开始日期, date end/结束日期, list<date> holidays/休息日? -> number"];

    protected override string Primitive => nameof(FormulaPrimitives.NetworkDays);
}
