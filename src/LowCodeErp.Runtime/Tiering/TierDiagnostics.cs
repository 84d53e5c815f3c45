using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>What can be wrong where a form shows tiers, in words for its author.</summary>
public static class TierDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic UnknownModel(string path, string key, LocalizedText form, IReadOnlyList<string> known) => Error(
        "model-unknown", path,
        known.Count > 0
            ? $"没有给“{form.Chinese}”分级的模型“{key}”；可用的有：{string.Join("、", known)}。"
            : $"没有给“{form.Chinese}”分级的模型“{key}”；请先在 tiering 文件夹中为这个表单建立分级模型。",
        known.Count > 0
            ? $"There is no tier model \"{key}\" of \"{form.In(English)}\"; there are {string.Join(", ", known)}."
            : $"There is no tier model \"{key}\" of \"{form.In(English)}\"; first add a model of this form to the folder \"tiering\".");

    public static Diagnostic NoModel(string path, LocalizedText form) => Error(
        "model-missing", path,
        $"表单“{form.Chinese}”没有分级模型，这里无从显示；请先为它建立分级模型，或删除这一项。",
        $"The form \"{form.In(English)}\" has no tier model, so there is nothing to show here; add a model of it first, or remove this item.");

    public static Diagnostic NoScore(string path, LocalizedText field, LocalizedText model) => Error(
        "no-score", path,
        $"模型“{model.Chinese}”不打分，字段“{field.Chinese}”无法显示得分；请改为显示等级，或选用 RFM 模型。",
        $"The model \"{model.In(English)}\" gives no points for the field \"{field.In(English)}\" to show; show the tier instead, or choose an RFM model.");

    public static Diagnostic UnsuitableTier(string path, LocalizedText field, string tier) => Error(
        "key-not-plain", path,
        $"等级标识“{tier}”不能作为字段“{field.Chinese}”的值：应为不超过 50 个不含空格的英文字母、数字或符号；请修改分级模型中的 key，名称写在 label 里。",
        $"The tier key \"{tier}\" cannot be a value of the field \"{field.In(English)}\": write at most 50 ASCII characters without blanks as the key in the tier model; its label may be any text.");

    public static Diagnostic WithFormula(string path, LocalizedText field) => Error(
        "formula", path,
        $"字段“{field.Chinese}”的值来自分级结果，不能另写公式；请删除公式，或换成别的字段类型。",
        $"The field \"{field.In(English)}\" shows the result of tier runs and cannot have a formula; remove the formula or choose another field type.");

    public static Diagnostic NotAllowed(LocalizedText model, string actor) => new("tier.not-allowed", Severity.Error, "", new(
        $"“{actor}”不能运行“{model.Chinese}”：分级要用到全部数据，需要能查看相关表单的全部数据，且不是审计员。如有需要，请联系管理员。",
        $"\"{actor}\" may not run \"{model.In(English)}\": tiers are made of all records, so that it takes the right to view all of them, and no auditor runs one. Ask an administrator if you need to."));

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new($"metadata.tier.{code}", Severity.Error, path, new LocalizedText(chinese, english));
}
