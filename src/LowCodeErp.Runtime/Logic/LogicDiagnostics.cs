using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Text;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Logic;

/// <summary>What can be wrong with the formulas and conditions of a form, in words for its author.</summary>
public static partial class LogicDiagnostics
{
    /// <summary>Of a record that does not meet a condition; the sentence is the author's own.</summary>
    public const string ValidationCode = "record.validation";

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic NotComputable(string path, LocalizedText field) => Error(
        "not-computable", path,
        $"字段“{field.Chinese}”不能用公式：关联、成员、子表单和自动编号不由公式得出。请换一种字段类型。",
        $"Field \"{field.In(English)}\" cannot have a formula: references, members, sub-tables and automatic numbers are not computed. Choose another field type.");

    public static Diagnostic DefaultOfComputed(string path, LocalizedText field) => Error(
        "default-of-computed", path,
        $"字段“{field.Chinese}”由公式得出，不能另有默认值；请删除其中一个。",
        $"Field \"{field.In(English)}\" is computed by a formula and cannot have a default as well; remove one of the two.");

    public static Diagnostic UniqueComputed(string path, LocalizedText field) => Error(
        "unique-computed", path,
        $"字段“{field.Chinese}”由公式得出，不能设为唯一，也不能作为编码字段；请用填写的字段。",
        $"Field \"{field.In(English)}\" is computed by a formula and can be neither unique nor the code of its form; use a field that is filled in.");

    public static Diagnostic UniqueOfNothing(string path) => Error(
        "unique-of-nothing", path,
        "唯一约束没有字段；请列出一个或几个字段，或删除它。",
        "Nothing is said to be unique; list one or more fields, or remove it.");

    public static Diagnostic Circle(string path, string circle) => Error(
        "circle", path,
        $"公式、汇总（或隐藏时清空的显示条件）互相依赖，形成循环：{circle}。请改掉其中一个。",
        $"The formulas or rollups (or conditions that clear hidden fields) depend on each other in a circle: {circle}. Change one of them.");

    public static Diagnostic TooDeep(string path, LocalizedText field, int most) => Error(
        "too-deep", path,
        $"字段“{field.Chinese}”的公式依赖其他公式超过 {most} 层；请把几步合并到一个公式里。",
        $"The formula of field \"{field.In(English)}\" rests on more than {most} layers of other formulas; join some of them into one.");

    public static Diagnostic LiveTitle(string path, LocalizedText field) => Error(
        "live-title", path,
        $"字段“{field.Chinese}”的值在读取时才计算，不能作为标题字段；请用填写的字段，或只用本表单字段的公式。",
        $"Field \"{field.In(English)}\" is computed whenever it is read and cannot be the title of its form; use a field that is filled in, or a formula of this form's own fields.");

    public static Diagnostic RequiredLive(string path, LocalizedText field) => Error(
        "required-live", path,
        $"字段“{field.Chinese}”的值在读取时才计算，不能设为必填；请去掉必填，或在公式里给空白一个值。",
        $"Field \"{field.In(English)}\" is computed whenever it is read and cannot be required; make it optional, or let the formula give a value for blanks.");

    public static Diagnostic LiveInTierModel(string path, LocalizedText field) => Error(
        "live-in-tier-model", path,
        $"字段“{field.Chinese}”的值在读取时才计算，分层不能用它；请用保存的字段。",
        $"Field \"{field.In(English)}\" is computed whenever it is read and cannot be used by a tier model; use a stored field.");

    public static FormulaDiagnostic LiveInCondition(TextSpan span, LocalizedText field) => InFormula(
        "live-in-condition", span,
        $"显示、必填和只读的条件不能用读取时才计算的字段（{field.Chinese}）；请改用保存的字段。",
        $"A condition of a field cannot read a field that is computed whenever it is read ({field.In(English)}); use a stored field.");

    public static Diagnostic ClearNotEntered(string path, LocalizedText field) => Error(
        "clear-not-entered", path,
        $"字段“{field.Chinese}”的值不是填写的（公式、自动编号或子表单），隐藏时不能清空；请去掉 whenHidden。",
        $"The value of field \"{field.In(English)}\" is not entered (a formula, an automatic number or a sub-table), so hiding it cannot clear it; leave out whenHidden.");

    public static Diagnostic ClearAlwaysShown(string path, LocalizedText field) => Error(
        "clear-always-shown", path,
        $"字段“{field.Chinese}”没有显示条件，不会隐藏；请加上显示条件（visibleWhen），或去掉“隐藏时”的设置（whenHidden）。",
        $"Field \"{field.In(English)}\" has no condition that hides it; add one (visibleWhen) or leave out what becomes of hidden values (whenHidden).");

    public static Diagnostic ConditionOfLines(string path, LocalizedText field) => Error(
        "condition-of-lines", path,
        $"子表单“{field.Chinese}”只能有显示条件；必填和只读的条件请写在它的列上。",
        $"Sub-table \"{field.In(English)}\" can only have a condition to be shown; write conditions for required and read-only at its columns.");

    public static Diagnostic ReadOnlyNotEntered(string path, LocalizedText field) => Error(
        "read-only-not-entered", path,
        $"字段“{field.Chinese}”由公式或自动编号得出，本来就不能改；请去掉只读条件（readOnlyWhen）。",
        $"Field \"{field.In(English)}\" is computed or numbered automatically, so nobody changes it anyway; leave out the condition for read-only (readOnlyWhen).");

    public static Diagnostic WarningWithoutKey(string path, LocalizedText owner) => Error(
        "warning-without-key", path,
        $"{owner.Chinese}是警告，需要 key：保存时凭它确认。请加上 key，例如 \"low-price\"。",
        $"{owner.In(English)} is a warning and needs a key, by which it is confirmed when a record is saved. Add one, such as \"low-price\".");

    public static Diagnostic ValidationKeyRepeated(string path, LocalizedText owner, string key) => Error(
        "validation-key-repeated", path,
        $"{owner.Chinese}的 key“{key}”在这个表单里已经用过；请换一个。",
        $"{owner.In(English)} has the key \"{key}\", which another validation of the form has already; choose another one.");

    public static FormulaDiagnostic NotEnteredInRecord(TextSpan span, string path) => InFormula(
        "not-entered-in-record", span,
        $"子表单的条件只能读取主表单里填写的字段，不能读取公式、隐藏时清空的字段或子表单（{path}）。",
        $"A condition of a line reads only those fields of its record that people fill in, not formulas, fields cleared when hidden, or sub-tables ({path}).");

    public static FormulaDiagnostic ThroughReference(TextSpan span, string path) => InFormula(
        "through-reference", span,
        $"暂不支持在这里读取关联数据的字段（{path}）：对方改动后，这里的值不会跟着更新。请在本表单加一个字段保存该值。",
        $"Fields of a referenced record ({path}) cannot be read here yet: when that record changes, this value would not follow. Keep the value in a field of this form.");

    /// <summary>A mistake in a formula, told with the formula that has it.</summary>
    public static Diagnostic In(LocalizedText owner, FormulaDiagnostic mistake, string path)
    {
        var diagnostic = mistake.ToDiagnostic(path);
        return diagnostic with { Message = new($"{owner.Chinese}：{mistake.Message.Chinese}", $"{owner.English}: {mistake.Message.In(English)}") };
    }

    /// <summary>Several fields in one name.</summary>
    public static LocalizedText LabelOf(IReadOnlyList<FieldModel> fields) => new(
        string.Join("＋", fields.Select(field => field.Label.Chinese)), string.Join(" + ", fields.Select(field => field.Label.In(English))));

    public static LocalizedText FormulaOf(LocalizedText form, LocalizedText field) => new(
        $"“{form.Chinese}”的字段“{field.Chinese}”的公式", $"Formula of field \"{field.In(English)}\" of \"{form.In(English)}\"");

    public static LocalizedText ConditionOf(LocalizedText form, LocalizedText field) => new(
        $"“{form.Chinese}”的字段“{field.Chinese}”的条件", $"Condition of field \"{field.In(English)}\" of \"{form.In(English)}\"");

    public static LocalizedText ValidationOf(LocalizedText form, LocalizedText? field) => field is null
        ? new($"“{form.Chinese}”的校验条件", $"Validation of \"{form.In(English)}\"")
        : new($"“{form.Chinese}”的字段“{field.Chinese}”的校验条件", $"Validation of field \"{field.In(English)}\" of \"{form.In(English)}\"");

    private static FormulaDiagnostic InFormula(string code, TextSpan span, string chinese, string english)
        => new("logic." + code, Severity.Error, span, new(chinese, english));

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new("logic." + code, Severity.Error, path, new(chinese, english));
}
