using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>What can be wrong with steps that ask people, in words for the author of the flow.</summary>
internal static class FlowTaskDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic NobodyAsked(string path, LocalizedText block) => Error(
        "task-nobody", path,
        $"审批“{block.Chinese}”没有审批人，会无人可批；请在 assignees 中指定成员、角色、部门负责人等。",
        $"The approval \"{block.In(English)}\" asks nobody and could never be decided; name members, roles, heads of departments or the like in \"assignees\".");

    public static Diagnostic AssigneeIncomplete(string path, LocalizedText block, string member) => Error(
        "assignee-incomplete", path,
        $"“{block.Chinese}”的这条处理人规则要写明 {member}。",
        $"This rule of \"{block.In(English)}\" has to say its \"{member}\".");

    public static Diagnostic AssigneeMemberUnused(string path, LocalizedText block, string member) => Error(
        "assignee-unused", path,
        $"“{block.Chinese}”的这条处理人规则用不到 {member}；请删除它，或改规则的类型（kind）。",
        $"This rule of \"{block.In(English)}\" has no use for \"{member}\"; remove it, or change its \"kind\".");

    public static Diagnostic ChoiceWithoutRange(string path, LocalizedText block) => Error(
        "choice-range", path,
        $"“{block.Chinese}”由人自选处理人，要写明可选范围：成员、角色或部门，至少一项。",
        $"People choose whom \"{block.In(English)}\" asks, and it has to say among whom: members, roles or departments.");

    public static Diagnostic ChoiceNumbers(string path, LocalizedText block) => Error(
        "choice-numbers", path,
        $"“{block.Chinese}”自选的人数不对：minimum 至少 1，maximum 不小于 minimum。",
        $"How many are chosen for \"{block.In(English)}\" is wrong: \"minimum\" is 1 or more, and \"maximum\" not less.");

    public static Diagnostic LevelOutOfRange(string path, LocalizedText block, int least, int most) => Error(
        "assignee-level", path,
        $"“{block.Chinese}”的级数（level）要在 {least} 到 {most} 之间。",
        $"The \"level\" of \"{block.In(English)}\" is from {least} to {most}.");

    public static Diagnostic WrongField(string path, LocalizedText block, string field, string kind) => Error(
        "assignee-field", path,
        $"“{block.Chinese}”要从{(kind == "member" ? "成员" : "部门")}字段取处理人，“{field}”不是；请换一个字段。",
        $"\"{block.In(English)}\" takes people from a {kind} field, which \"{field}\" is not; choose another field.");

    public static Diagnostic WeightOutOfRange(string path, LocalizedText block) => Error(
        "assignee-weight", path,
        $"“{block.Chinese}”的权重要大于 0，且不超过 1,000,000。",
        $"A weight of \"{block.In(English)}\" is above 0 and at most 1,000,000.");

    public static Diagnostic ThresholdMissing(string path, LocalizedText block) => Error(
        "vote-threshold-missing", path,
        $"票签“{block.Chinese}”要写明通过的门槛（threshold），例如三分之二：value 2、of 3。",
        $"The vote \"{block.In(English)}\" has to say from when on it is won (\"threshold\"), such as two thirds: value 2, of 3.");

    public static Diagnostic ThresholdUnused(string path, LocalizedText block) => Error(
        "vote-threshold-unused", path,
        $"“{block.Chinese}”不是票签，用不到 threshold；请删除它，或把 mode 改为 vote。",
        $"\"{block.In(English)}\" is no vote and has no use for a threshold; remove it, or make the mode \"vote\".");

    public static Diagnostic ThresholdOutOfRange(string path, LocalizedText block) => Error(
        "vote-threshold", path,
        $"票签“{block.Chinese}”的门槛不对：value 大于 0；按比例时不超过 of。",
        $"The threshold of \"{block.In(English)}\" is wrong: \"value\" is above 0 and, of a ratio, at most \"of\".");

    public static Diagnostic EmptyMembersMissing(string path, LocalizedText block) => Error(
        "empty-members", path,
        $"“{block.Chinese}”找不到处理人时转给指定成员，但没有写是谁；请填 emptyMembers，否则流程会停在这里。",
        $"Where nobody is found, \"{block.In(English)}\" asks named members, but names none; fill in \"emptyMembers\", or the flow would stop there.");

    public static Diagnostic EmptyMembersUnused(string path, LocalizedText block) => Error(
        "empty-members-unused", path,
        $"“{block.Chinese}”的 emptyMembers 没有用处：whenEmpty 不是 members。",
        $"\"emptyMembers\" of \"{block.In(English)}\" is of no use unless \"whenEmpty\" is \"members\".");

    public static Diagnostic MayPassWithoutAnybody(string path, LocalizedText block) => Warning(
        "task-may-pass-alone", path,
        $"“{block.Chinese}”找不到审批人时自动通过：可能没有任何人看过就批准了。如不希望这样，请改为转给管理员。",
        $"\"{block.In(English)}\" passes by itself where nobody is found, so that something may be approved which nobody has seen. Ask the administrators instead if that is not meant.");

    public static Diagnostic RejectToMissing(string path, LocalizedText block) => Error(
        "reject-to-missing", path,
        $"“{block.Chinese}”驳回后退到指定节点，但没有写退到哪里；请填 rejectTo。",
        $"A rejection of \"{block.In(English)}\" goes back to a named step, which is missing; fill in \"rejectTo\".");

    public static Diagnostic RejectToUnused(string path, LocalizedText block) => Error(
        "reject-to-unused", path,
        $"“{block.Chinese}”的 rejectTo 没有用处：onReject 不是 block。",
        $"\"rejectTo\" of \"{block.In(English)}\" is of no use unless \"onReject\" is \"block\".");

    public static Diagnostic RejectToNotBefore(string path, LocalizedText block, string target) => Error(
        "reject-to-later", path,
        $"“{block.Chinese}”不能退到“{target}”：只能退到它前面由人处理的节点。",
        $"\"{block.In(English)}\" cannot go back to \"{target}\": that has to be a step before it at which people act.");

    public static Diagnostic HoursOutOfRange(string path, LocalizedText block, int most) => Error(
        "timeout-hours", path,
        $"“{block.Chinese}”的超时时间要大于 0 小时，且不超过 {most} 小时。",
        $"A timeout of \"{block.In(English)}\" is above 0 and at most {most} hours.");

    public static Diagnostic TimeoutMember(string path, LocalizedText block) => Error(
        "timeout-member", path,
        $"“{block.Chinese}”超时转交时才写 member，而且必须写。",
        $"A timeout of \"{block.In(English)}\" names a member where it transfers, and only there.");

    public static Diagnostic TimeoutNeverReached(string path, LocalizedText block) => Error(
        "timeout-dead", path,
        $"“{block.Chinese}”的这一步超时永远到不了：前一步已自动结束任务。请删除，或调整顺序。",
        $"This timeout of \"{block.In(English)}\" is never reached: the one before ends the task. Remove it, or change the order.");

    public static Diagnostic TimeoutApprovesHandle(string path, LocalizedText block) => Error(
        "timeout-handle", path,
        $"办理“{block.Chinese}”没有通过和驳回，超时不能自动驳回；可用提醒、升级、转交、退回。",
        $"\"{block.In(English)}\" is no approval, so a timeout cannot reject it; remind, escalate, transfer or return.");

    public static Diagnostic AddDepthOutOfRange(string path, LocalizedText block, int most) => Error(
        "add-depth", path,
        $"“{block.Chinese}”的加签层数要在 0 到 {most} 之间。",
        $"\"addDepth\" of \"{block.In(English)}\" is from 0 to {most}.");

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new("metadata.flow." + code, Severity.Error, path, new(chinese, english));

    private static Diagnostic Warning(string code, string path, string chinese, string english)
        => new("metadata.flow." + code, Severity.Warning, path, new(chinese, english));
}
