using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Flows.Nodes;

/// <summary>What can be wrong with the settings of steps, and what can go wrong in them.</summary>
public static class FlowNodeDiagnostics
{
    public static Diagnostic Missing(string path) => Error(
        "missing", path, $"这里必须填写。请补上这一项设置。", $"This setting is missing. Fill it in.");

    public static Diagnostic OutOfRange(string path, decimal least, decimal most) => Error(
        "out-of-range", path, $"应在 {least:0.######} 到 {most:0.######} 之间。请修改数值。", $"It has to be from {least:0.######} to {most:0.######}. Change the number.");

    public static Diagnostic NoAssignees(string path) => Error(
        "no-assignees", path, $"没有设置处理人。请至少添加一条处理人规则。", $"Nobody is asked. Add at least one rule that names people.");

    public static Diagnostic NeedsOther(string path, string other) => Error(
        "needs-other", path, $"选择这一项时必须同时填写“{other}”。", $"This choice needs the setting \"{other}\" too. Fill it in.");

    public static Diagnostic EitherOr(string path, string first, string second) => Error(
        "either-or", path, $"“{first}”与“{second}”必须且只能填写一项。", $"Fill in exactly one of \"{first}\" and \"{second}\".");

    public static Diagnostic ClaimAlone(string path) => Error(
        "claim-alone", path, $"认领只有一个席位，不能再设置多人方式。请改为“会签”或关闭认领。", $"A task to claim is a single seat, so no mode of several people fits. Choose \"all\", or switch claiming off.");

    public static Diagnostic VotesNeedApproval(string path) => Error(
        "votes", path, $"办理不能使用票签。请改为会签、或签或依次。", $"People who handle something do not vote. Choose another mode.");

    public static Diagnostic AddressInvalid(string path) => Error(
        "address", path, $"地址必须以 http:// 或 https:// 开头并写完整。", $"The address has to be complete and to begin with http:// or https://.");

    public static Diagnostic ConditionFailed(string block, LocalizedText? message) => message is null
        ? Error("check-failed", block, $"业务校验没有通过。请按流程要求修改数据后再操作。", $"The business check did not pass. Correct the record as the flow demands, then try again.")
        : new("flow.node.check-failed", Severity.Error, block, message);

    public static Diagnostic MomentBlank(string block) => Error(
        "moment-blank", block, $"等待到的日期为空。请填写日期后重试，或跳过这一步。", $"The date to wait for is blank. Fill it in and retry, or skip the step.");

    public static Diagnostic NothingFound(string block, string form) => Error(
        "nothing-found", block, $"在“{form}”中没有找到符合条件的数据。请补充数据后重试，或跳过这一步。", $"No record of \"{form}\" meets the condition. Add one and retry, or skip the step.");

    public static Diagnostic TooManyRounds(string block, int most) => Error(
        "too-many-rounds", block, $"已经回转 {most} 次，达到上限。请检查条件后重试、跳过或终止。", $"The way led back {most} times, which is the limit. Check the condition, then retry, skip or abort.");

    private static Diagnostic Error(string code, string path, FormattableString chinese, FormattableString english)
        => new("flow.node." + code, Severity.Error, path, new(FormattableString.Invariant(chinese), FormattableString.Invariant(english)));
}
