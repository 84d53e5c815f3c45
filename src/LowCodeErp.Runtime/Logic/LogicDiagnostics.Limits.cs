using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Text;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Logic;

/// <summary>Of options and records that may be chosen only where a condition holds.</summary>
public static partial class LogicDiagnostics
{
    /// <summary>Told while somebody chooses too, and so the next.</summary>
    public const string OptionNotOfferedCode = "record.option.not-offered";

    public const string ReferenceLimitedCode = "record.reference.limited";

    public static Diagnostic OptionNotOffered(string path, FieldModel field, string option, IReadOnlySet<string> withheld)
    {
        var options = (field.Type.GetOptions(field.Settings) ?? []).ToDictionary(known => known.Key, known => known.Label);
        var offered = options.Where(known => !withheld.Contains(known.Key)).Select(known => known.Value).ToList();
        var chosen = options.GetValueOrDefault(option) ?? new(option);
        return new(OptionNotOfferedCode, Severity.Error, path, new(
            $"“{field.Label.Chinese}”现在不能选“{chosen.Chinese}”；可选：{string.Join("、", offered.Select(label => label.Chinese))}。",
            $"\"{chosen.In(English)}\" cannot be chosen for \"{field.Label.In(English)}\" now; there is {string.Join(", ", offered.Select(label => label.In(English)))}."));
    }

    /// <summary>What is said of a reference that leads where it may not.</summary>
    public static LocalizedText ReferenceLimited(LocalizedText field) => new(
        $"“{field.Chinese}”所选的数据不在可选范围内；请重新选择，或先改正它所依据的字段。",
        $"What was chosen for \"{field.In(English)}\" is not among what may be chosen; choose again, or first correct the fields that decide it.");

    public static Diagnostic OptionsOfNothing(string path, LocalizedText field) => Error(
        "options-of-nothing", path,
        $"字段“{field.Chinese}”没有选项，不能用 optionsWhen；请删除它，或换成单选、多选。",
        $"Field \"{field.In(English)}\" has no options, so optionsWhen says nothing; remove it or make the field a choice.");

    public static Diagnostic OptionUnknown(string path, LocalizedText field, string option) => Error(
        "option-unknown", path,
        $"字段“{field.Chinese}”没有选项“{option}”；请改成已有选项的标识。",
        $"Field \"{field.In(English)}\" has no option \"{option}\"; name one that it has by its key.");

    public static Diagnostic LimitOfNoReference(string path, LocalizedText field) => Error(
        "limit-of-no-reference", path,
        $"字段“{field.Chinese}”不是单个关联字段，不能用 limitedTo；请删除它。",
        $"Field \"{field.In(English)}\" is no reference to one record, so limitedTo says nothing; remove it.");

    public static Diagnostic LimitOfNothing(string path, LocalizedText field, string key) => Error(
        "limit-of-nothing", path,
        $"字段“{field.Chinese}”的 limitedTo 没有读取所选数据的字段；请写成如 [{key}.字段] = [字段]。",
        $"limitedTo of field \"{field.In(English)}\" reads nothing of the chosen record; write, for example, [{key}.field] = [field].");

    public static FormulaDiagnostic LimitUnsuitable(TextSpan span) => InFormula(
        "limit-unsuitable", span,
        "可选范围的条件不能直接比较关联字段本身，也不能拿所选数据与一列值比较；请比较所选数据的字段。",
        "What may be chosen cannot be decided by the reference itself, nor by comparing the chosen record with a list; compare fields of the chosen record.");

    public static LocalizedText LimitOf(LocalizedText form, LocalizedText field) => new(
        $"“{form.Chinese}”的字段“{field.Chinese}”的可选范围", $"What may be chosen for field \"{field.In(English)}\" of \"{form.In(English)}\"");
}
