using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>What can be wrong with steps that ask people, in words for the author of the flow.</summary>
internal static class FlowTaskDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic ChoiceWithoutRange(string path, LocalizedText block) => Error(
        "choice-range", path,
        $"“{block.Chinese}”由人自选处理人，要写明可选范围：成员、角色或部门，至少一项。",
        $"People choose whom \"{block.In(English)}\" asks, and it has to say among whom: members, roles or departments.");

    public static Diagnostic WrongField(string path, LocalizedText block, string field, string kind) => Error(
        "assignee-field", path,
        $"“{block.Chinese}”要从{(kind == "member" ? "成员" : "部门")}字段取处理人，“{field}”不是；请换一个字段。",
        $"\"{block.In(English)}\" takes people from a {kind} field, which \"{field}\" is not; choose another field.");

    public static Diagnostic MayPassWithoutAnybody(string path, LocalizedText block) => Warning(
        "task-may-pass-alone", path,
        $"“{block.Chinese}”找不到审批人时自动通过：可能没有任何人看过就批准了。如不希望这样，请改为转给管理员。",
        $"\"{block.In(English)}\" passes by itself where nobody is found, so that something may be approved which nobody has seen. Ask the administrators instead if that is not meant.");

    public static Diagnostic RejectToNotBefore(string path, LocalizedText block, string target) => Error(
        "reject-to-later", path,
        $"“{block.Chinese}”不能退到“{target}”：只能退到它前面由人处理的节点。",
        $"\"{block.In(English)}\" cannot go back to \"{target}\": that has to be a step before it at which people act.");

    public static Diagnostic TimeoutNeverReached(string path, LocalizedText block) => Error(
        "timeout-dead", path,
        $"“{block.Chinese}”的这一步超时永远到不了：前一步已自动结束任务。请删除，或调整顺序。",
        $"This timeout of \"{block.In(English)}\" is never reached: the one before ends the task. Remove it, or change the order.");

    public static Diagnostic TimeoutRejectsHandle(string path, LocalizedText block) => Error(
        "timeout-handle", path,
        $"办理“{block.Chinese}”没有通过和驳回，超时不能自动驳回；可用提醒、升级、转交、退回。",
        $"\"{block.In(English)}\" is no approval, so a timeout cannot reject it; remind, escalate, transfer or return.");

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new("metadata.flow." + code, Severity.Error, path, new(chinese, english));

    private static Diagnostic Warning(string code, string path, string chinese, string english)
        => new("metadata.flow." + code, Severity.Warning, path, new(chinese, english));
}
