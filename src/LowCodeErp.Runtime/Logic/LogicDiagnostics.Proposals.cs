using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Runtime.Logic;

/// <summary>Of defaults that follow from other fields, and of fields that a reference fills.</summary>
public static partial class LogicDiagnostics
{
    public static LocalizedText DefaultOf(LocalizedText form, LocalizedText field) => new(
        $"“{form.Chinese}”的字段“{field.Chinese}”的默认值公式", $"Default formula of field \"{field.In(English)}\" of \"{form.In(English)}\"");

    public static Diagnostic ProposalNotEntered(string path, LocalizedText field) => Error(
        "proposal-not-entered", path,
        $"字段“{field.Chinese}”不是填写的单个值（公式、自动编号、子表单或多个值），不能有默认值公式或自动带出；请删除它，或换一种字段类型。",
        $"Field \"{field.In(English)}\" is not filled in as one value (a formula, an automatic number, a sub-table or several values), so it can have neither a default formula nor be filled from a reference; remove it or choose another field type.");

    public static Diagnostic TwoProposals(string path, LocalizedText field) => Error(
        "two-proposals", path,
        $"字段“{field.Chinese}”有默认值公式，不能另有默认值或 fillFrom；请只保留一个。",
        $"Field \"{field.In(English)}\" has a default formula and can have neither a default nor fillFrom as well; keep one of them.");

    public static FormulaDiagnostic DefaultReads(TextSpan span, string path) => InFormula(
        "default-reads", span,
        $"默认值公式只能读取填写的字段，以及经它们关联的数据中保存的字段；不能读取本表单的公式、自动编号、子表单和实时字段（{path}）。请改用这些字段，整个带出一个值时也可用 fillFrom。",
        $"A default formula reads fields that people fill in, and stored fields of the records that these refer to; no formulas or automatic numbers of its own form, no sub-tables and no live fields ({path}). Read other fields, or use fillFrom to take over a value.");

    public static Diagnostic FillUnknown(string path, LocalizedText field, string text) => Error(
        "fill-unknown", path,
        $"字段“{field.Chinese}”的 fillFrom“{text}”不是从关联字段出发的字段路径；请写成“关联字段.对方字段”。",
        $"fillFrom \"{text}\" of field \"{field.In(English)}\" is no path from a reference to a field; write reference.field.");

    public static Diagnostic FillNotStored(string path, LocalizedText field, string text) => Error(
        "fill-not-stored", path,
        $"字段“{field.Chinese}”不能从“{text}”带出：路径上有读取时才计算的字段，或关联不是填写的。请改用保存的字段。",
        $"Field \"{field.In(English)}\" cannot be filled from \"{text}\": a field of the path is computed whenever it is read, or the reference is not filled in. Use stored fields.");

    public static Diagnostic FillUnsuitable(string path, LocalizedText field, LocalizedText source) => Error(
        "fill-unsuitable", path,
        $"字段“{field.Chinese}”存不下“{source.Chinese}”的值：两者类型或关联的表单不同。请用同类的字段。",
        $"Field \"{field.In(English)}\" cannot take the value of \"{source.In(English)}\": they hold different kinds of values, or refer to different forms. Use fields of one kind.");
}
