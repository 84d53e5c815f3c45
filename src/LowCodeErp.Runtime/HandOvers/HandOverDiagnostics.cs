using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.HandOvers;

/// <summary>Why something cannot be handed over.</summary>
public static class HandOverDiagnostics
{
    private static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en");

    public static Diagnostic NotAllowed(string actor) => Error(
        "not-allowed", "",
        $"“{actor}”不是管理员，不能办理离职交接。请联系管理员。",
        $"\"{actor}\" is not an administrator and cannot hand over what members hold. Ask an administrator.");

    public static Diagnostic SameMember() => Error(
        "same-member", "successor",
        "不能交接给本人。请另选接手人。",
        "Nobody can be his own successor. Choose somebody else.");

    public static Diagnostic SuccessorInactive(string name) => Error(
        "successor-inactive", "successor",
        $"接手人“{name}”已停用。请另选一位在用的成员。",
        $"The successor \"{name}\" is not active. Choose an active member.");

    public static Diagnostic OwnAccount() => Error(
        "own-account", "deactivate",
        "不能停用自己的账号。请由另一位管理员办理，或不勾选停用。",
        "Nobody deactivates his own account. Ask another administrator, or leave the account active.");

    public static Diagnostic Busy(LocalizedText form) => Error(
        "busy", "",
        $"“{form.Chinese}”的数据正被他人修改，没有交接任何内容。请稍后再试。",
        $"Records of \"{form.In(_english)}\" are being changed by somebody else; nothing was handed over. Try again in a moment.");

    /// <summary>The record stays as it is, and names the leaver.</summary>
    public static Diagnostic RecordRemains(LocalizedText form, string record, LocalizedText reason) => new(
        "hand-over.record-remains", Severity.Warning, "",
        new($"{form.Chinese}“{ShortText.Of(record)}”没有交接：{reason.Chinese}", $"{form.In(_english)} \"{ShortText.Of(record)}\" was not handed over: {reason.In(_english)}"));

    public static Diagnostic MoreRemain(LocalizedText form, int count) => new(
        "hand-over.more-remain", Severity.Warning, "",
        new($"{form.Chinese}：另有 {count} 条数据没有交接。", $"{form.In(_english)}: {count} more records were not handed over."));

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new("hand-over." + code, Severity.Error, path, new(chinese, english));
}
