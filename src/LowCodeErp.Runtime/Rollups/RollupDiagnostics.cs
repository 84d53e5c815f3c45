using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Text;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Rollups;

/// <summary>What can be wrong with a rollup, in words for its author; and what a change of it can lead to, for whoever made it.</summary>
public static class RollupDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic WithFormula(string path, LocalizedText field) => Error(
        "formula", path,
        $"汇总字段“{field.Chinese}”不能另写公式；请删除公式，需要再计算时另建一个公式字段。",
        $"The rollup \"{field.In(English)}\" cannot have a formula; remove it, and compute what follows from the rollup in a field of its own.");

    public static Diagnostic Required(string path, LocalizedText field) => Error(
        "required", path,
        $"汇总字段“{field.Chinese}”由别的数据得出，不能设为必填；请去掉必填。",
        $"The rollup \"{field.In(English)}\" follows from other records and cannot be required; make it optional.");

    public static Diagnostic CountOfField(string path, LocalizedText field) => Error(
        "count-of-field", path,
        $"汇总字段“{field.Chinese}”数的是数据条数，不需要 field；请删除它，或把 operation 改为 distinct。",
        $"The rollup \"{field.In(English)}\" counts records and takes no field; remove \"field\", or use \"distinct\" to count different values.");

    public static Diagnostic FieldMissing(string path, LocalizedText field) => Error(
        "field-missing", path,
        $"汇总字段“{field.Chinese}”要写明汇总哪个字段；请加上 field。",
        $"The rollup \"{field.In(English)}\" has to say which field it rolls up; add \"field\".");

    public static Diagnostic NotAReference(string path, LocalizedText field, FormModel records, string reference, FormModel form) => Error(
        "reference", path,
        $"汇总字段“{field.Chinese}”要通过“{records.Label.Chinese}”中关联到“{form.Label.Chinese}”的单条关联字段汇总，“{reference}”不是。",
        $"The rollup \"{field.In(English)}\" needs a field of \"{records.Label.In(English)}\" that refers to one record of \"{form.Label.In(English)}\", which \"{reference}\" is not.");

    public static Diagnostic Unsuitable(string path, LocalizedText field, LocalizedText source) => Error(
        "unsuitable", path,
        $"汇总字段“{field.Chinese}”不能这样汇总“{source.Chinese}”：求和与平均要数字，最大最小要数字或日期，第一个最后一个不能是关联或成员；多值字段和读取时才计算的字段都不能汇总。",
        $"The rollup \"{field.In(English)}\" cannot roll up \"{source.In(English)}\" so: sums and averages take numbers, the least and greatest numbers or dates, first and last no references or members; lists and fields that are computed whenever they are read cannot be rolled up.");

    public static Diagnostic OrderMissing(string path, LocalizedText field) => Error(
        "order-missing", path,
        $"汇总字段“{field.Chinese}”取第一个或最后一个，要写明按哪个字段排序；请加上 orderBy。",
        $"The rollup \"{field.In(English)}\" takes the first or last and has to say in what order; add \"orderBy\".");

    public static Diagnostic OrderUnused(string path, LocalizedText field) => Error(
        "order-unused", path,
        $"汇总字段“{field.Chinese}”不取第一个或最后一个，orderBy 没有作用；请删除它。",
        $"The rollup \"{field.In(English)}\" takes neither the first nor the last, so \"orderBy\" means nothing; remove it.");

    public static Diagnostic OrderUnsuitable(string path, LocalizedText field, LocalizedText order) => Error(
        "order", path,
        $"汇总字段“{field.Chinese}”不能按“{order.Chinese}”排序；请用保存下来的数字、日期或日期时间字段。",
        $"The rollup \"{field.In(English)}\" cannot be ordered by \"{order.In(English)}\"; use a stored number, date or time.");

    public static FormulaDiagnostic Volatile(TextSpan span) => InCondition(
        "volatile", span,
        "汇总条件不能用今天、现在或当前用户：过了一天，保存下来的汇总不会自己改变。",
        "The condition of a rollup cannot depend on today, now or the current user: the stored rollup would not follow by itself.");

    public static FormulaDiagnostic TooFar(TextSpan span, string path) => InCondition(
        "too-far", span,
        $"汇总条件只能读被汇总数据自己的字段，或它直接关联的一条数据的字段，“{path}”太远。",
        $"The condition of a rollup reads fields of the records themselves, or of one that they refer to; \"{path}\" is further away.");

    public static FormulaDiagnostic Live(TextSpan span, LocalizedText field) => InCondition(
        "live", span,
        $"汇总条件不能用读取时才计算的字段（{field.Chinese}）；请直接写它所取的字段。",
        $"The condition of a rollup cannot read a field that is computed whenever it is read ({field.In(English)}); write what that field reads.");

    public static LocalizedText ConditionOf(LocalizedText form, LocalizedText field) => new(
        $"“{form.Chinese}”的汇总字段“{field.Chinese}”的条件", $"Condition of the rollup \"{field.In(English)}\" of \"{form.In(English)}\"");

    /// <summary>The record that a change is rolled up into does not allow it.</summary>
    public static Diagnostic NotAllowed(FormModel form, Diagnostic problem) => new(problem.Code, Severity.Error, "", new(
        $"这样改会使关联的“{form.Label.Chinese}”不符合要求：{problem.Message.Chinese}",
        $"This would leave the related \"{form.Label.In(English)}\" in a state that it may not have: {problem.Message.In(English)}"));

    private static FormulaDiagnostic InCondition(string code, TextSpan span, string chinese, string english)
        => new("rollup." + code, Severity.Error, span, new(chinese, english));

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new("rollup." + code, Severity.Error, path, new(chinese, english));
}
