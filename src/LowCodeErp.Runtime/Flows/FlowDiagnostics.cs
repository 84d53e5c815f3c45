using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Flows;

/// <summary>Why the machine refuses a command, or cannot go on. The place is the key of a block, or blank for the instance.</summary>
public static class FlowDiagnostics
{
    public static Diagnostic NotRunning(string block = "") => Error(
        "not-running", block,
        "流程不在运行中，不能进行此操作。请刷新页面查看当前状态。",
        "The instance is not running, so this cannot be done. Reload the page to see where it stands.");

    public static Diagnostic Suspended(string block = "") => Error(
        "suspended", block,
        "流程已挂起。请等管理员恢复后再操作。",
        "The instance is suspended. Wait until an administrator resumes it.");

    public static Diagnostic NotSuspended(string block = "") => Error(
        "not-suspended", block,
        "流程没有挂起，无需恢复。",
        "The instance is not suspended; there is nothing to resume.");

    public static Diagnostic SeatUnknown(string block = "") => Error(
        "task-unknown", block,
        "这项待办不存在。请刷新待办列表。",
        "There is no such task. Reload the list.");

    public static Diagnostic AlreadyDecided(string block = "") => Error(
        "already-decided", block,
        "这项待办已经结束。请刷新待办列表。",
        "This task is closed already. Reload the list.");

    public static Diagnostic NotYet(string block = "") => Error(
        "not-yet", block,
        "还没有轮到这项待办。请等前面的人处理完。",
        "It is not the turn of this task yet. Wait until those before have acted.");

    public static Diagnostic NotHolder(string block = "") => Error(
        "not-holder", block,
        "这项待办由其他人处理。",
        "Somebody else is asked here, so only he can do this.");

    public static Diagnostic NotInitiator(string block = "") => Error(
        "not-initiator", block,
        "只有发起人可以这样做。",
        "Only the initiator can do this.");

    public static Diagnostic CannotReject(string block = "") => Error(
        "cannot-reject", block,
        "办理任务不能同意或拒绝。请选择“完成”。",
        "A task to handle can be neither approved nor rejected. Complete it.");

    public static Diagnostic CannotComplete(string block = "") => Error(
        "cannot-complete", block,
        "审批任务不能直接完成。请选择同意或拒绝。",
        "An approval cannot just be completed. Approve or reject it.");

    public static Diagnostic DelegateOnlyAdvises(string block = "") => Error(
        "delegate-only-advises", block,
        "这是委派给您的待办，只能给出意见后交还。",
        "This task was delegated to you. Give an opinion by approving; nothing else is possible.");

    public static Diagnostic OpinionMissing(string block = "") => Error(
        "opinion-missing", block,
        "必须填写意见。",
        "An opinion has to be given. Write one.");

    public static Diagnostic SignatureMissing(string block = "") => Error(
        "signature-missing", block,
        "必须签名。",
        "A signature is needed. Sign first.");

    public static Diagnostic ReasonMissing(string block = "") => Error(
        "reason-missing", block,
        "必须填写原因。",
        "A reason has to be given. Write one.");

    public static Diagnostic MemberInactive(string block = "") => Error(
        "member-inactive", block,
        "所选成员不存在或已停用。请另选一位。",
        "The chosen member is not active. Choose somebody else.");

    public static Diagnostic ToSelf(string block = "") => Error(
        "to-self", block,
        "不能交给自己。请另选一位。",
        "It cannot be handed to the one who has it. Choose somebody else.");

    public static Diagnostic AlreadyAsked(string block = "") => Error(
        "already-asked", block,
        "该成员在这一步已有未处理的待办。请另选一位。",
        "He is asked in this step already. Choose somebody else.");

    public static Diagnostic ToInitiator(string block = "") => Error(
        "to-initiator", block,
        "不能把审批交给发起人本人。请另选一位。",
        "The decision cannot be handed to the initiator himself. Choose somebody else.");

    public static Diagnostic TransferForbidden(string block = "") => Error(
        "transfer-forbidden", block,
        "这一步不允许转交。",
        "This step does not allow transfers.");

    public static Diagnostic TransferLimit(string block = "") => Error(
        "transfer-limit", block,
        "转交次数已达上限。请自行处理，或退回。",
        "It was handed on as often as this step allows. Act on it, or return it.");

    public static Diagnostic DelegateForbidden(string block = "") => Error(
        "delegate-forbidden", block,
        "这一步不允许委派。",
        "This step does not allow delegating.");

    public static Diagnostic AddForbidden(string block = "") => Error(
        "add-forbidden", block,
        "这一步不允许加签，或加签层数已达上限。",
        "Seats cannot be added here, or they would be too deep.");

    public static Diagnostic NobodyAdded(string block = "") => Error(
        "nobody-added", block,
        "请至少选择一位加签成员。",
        "Choose at least one member to add.");

    public static Diagnostic WeightInvalid(string block = "") => Error(
        "weight", block,
        "权重必须大于 0 且不超过 1000000。",
        "A weight has to be above 0 and at most 1,000,000.");

    public static Diagnostic RemoveForbidden(string block = "") => Error(
        "remove-forbidden", block,
        "只能减去自己加签且尚未处理的席位。",
        "Only open seats that you have added yourself can be removed.");

    public static Diagnostic NotClaimable(string block = "") => Error(
        "not-claimable", block,
        "这项待办不能认领。",
        "This task is not one to be claimed.");

    public static Diagnostic AlreadyClaimed(string block = "") => Error(
        "already-claimed", block,
        "这项待办已被其他人认领。",
        "Somebody else has claimed this task.");

    public static Diagnostic NotInGroup(string block = "") => Error(
        "not-in-group", block,
        "您不在可以认领这项待办的范围内。",
        "You are not among those who may claim this task.");

    public static Diagnostic NotClaimed(string block = "") => Error(
        "not-claimed", block,
        "这项待办没有被认领，不能释放。",
        "This task was not claimed, so it cannot be released.");

    public static Diagnostic MustClaim(string block = "") => Error(
        "must-claim", block,
        "请先认领这项待办。",
        "Claim this task first.");

    public static Diagnostic ReturnForbidden(string block = "") => Error(
        "return-forbidden", block,
        "这一步不允许退回。",
        "This step does not allow returning.");

    public static Diagnostic NothingBefore(string block = "") => Error(
        "nothing-before", block,
        "前面没有可以退回的步骤。请选择退回发起人。",
        "There is no step before to return to. Return to the initiator.");

    public static Diagnostic NoInitiator(string block = "") => Error(
        "no-initiator", block,
        "流程由系统发起，没有发起人可以退回。",
        "The system began this instance, so there is no initiator to return to.");

    public static Diagnostic TargetUnknown(string block = "") => Error(
        "target-unknown", block,
        "目标步骤不存在。请重新选择。",
        "There is no such step. Choose another.");

    public static Diagnostic TargetCurrent(string block = "") => Error(
        "target-current", block,
        "不能退回到当前步骤。请选择更早的步骤。",
        "The instance is at this step. Choose an earlier one.");

    public static Diagnostic TargetNotHuman(string block = "") => Error(
        "target-not-human", block,
        "只能退回到有人处理的步骤。请重新选择。",
        "Only steps at which people act can be returned to. Choose another.");

    public static Diagnostic TargetNotVisited(string block = "") => Error(
        "target-not-visited", block,
        "没有经过该步骤，不能退回。请选择已处理过的步骤。",
        "This step has not been done. Choose one that has.");

    public static Diagnostic TargetRunning(string block = "") => Error(
        "target-running", block,
        "该步骤正在处理中，不能退回。",
        "This step is still open, so nothing can be returned to it.");

    public static Diagnostic TargetBeside(string block = "") => Error(
        "target-beside", block,
        "不能退回到另一条并行分支中的步骤。请选择本分支或分支之前的步骤。",
        "A step of another parallel branch cannot be returned to. Choose one of this branch, or before the branches.");

    public static Diagnostic TargetsTogether(string block = "") => Error(
        "targets-together", block,
        "多个退回目标必须分别位于不同的并行分支。",
        "Several targets have to stand in different parallel branches.");

    public static Diagnostic TakeBackForbidden(string block = "") => Error(
        "take-back-forbidden", block,
        "这一步不允许拿回。",
        "This step does not allow taking back.");

    public static Diagnostic TakeBackNothing(string block = "") => Error(
        "take-back-nothing", block,
        "没有您的处理结果可以拿回。",
        "There is no decision of yours to take back.");

    public static Diagnostic TakeBackRead(string block = "") => Error(
        "take-back-read", block,
        "下一步已查看，不能拿回。",
        "The next one has looked at it, so it cannot be taken back.");

    public static Diagnostic TakeBackActed(string block = "") => Error(
        "take-back-acted", block,
        "下一步已处理，不能拿回。",
        "The next one has acted, so it cannot be taken back.");

    public static Diagnostic TakeBackLate(string block = "") => Error(
        "take-back-late", block,
        "已超过可拿回的时间。请联系当前处理人退回。",
        "The time for taking it back is over. Ask whoever has it now to return it.");

    public static Diagnostic TakeBackEffects(string block = "") => Error(
        "take-back-effects", block,
        "已执行自动步骤，不能拿回。",
        "Automatic steps have run since, so it cannot be taken back.");

    public static Diagnostic TakeBackJoined(string block = "") => Error(
        "take-back-joined", block,
        "并行分支已汇合，不能拿回。",
        "The parallel branches have joined, so it cannot be taken back.");

    public static Diagnostic WithdrawForbidden(string block = "") => Error(
        "withdraw-forbidden", block,
        "流程不允许撤回。",
        "This flow does not allow withdrawing.");

    public static Diagnostic WithdrawLate(string block = "") => Error(
        "withdraw-late", block,
        "已有人处理，不能撤回。",
        "Somebody has decided already, so it cannot be withdrawn.");

    public static Diagnostic NobodyToRemind(string block = "") => Error(
        "nobody-to-remind", block,
        "没有可以催办的待办。",
        "Nobody is asked, so there is nobody to remind.");

    public static Diagnostic RemindedRecently(string block = "") => Error(
        "reminded-recently", block,
        "刚刚催办过。请过一段时间再试。",
        "They were reminded just now. Try again later.");

    public static Diagnostic RemindedOften(string block = "") => Error(
        "reminded-often", block,
        "催办次数已达上限。请直接联系处理人。",
        "They were reminded as often as this flow allows. Ask them directly.");

    public static Diagnostic NobodyToCopy(string block = "") => Error(
        "nobody-to-copy", block,
        "请至少选择一位抄送成员。",
        "Choose at least one member who gets a copy.");

    public static Diagnostic IncidentUnknown(string block = "") => Error(
        "incident-unknown", block,
        "这个异常不存在或已处理。",
        "There is no such incident, or it was resolved.");

    public static Diagnostic NotDue(string block = "") => Error(
        "not-due", block,
        "定时还没有到期。",
        "The timer is not due yet.");

    public static Diagnostic TimerUnknown(string block = "") => Error(
        "timer-unknown", block,
        "定时不存在。",
        "There is no such timer.");

    public static Diagnostic JobUnknown(string block = "") => Error(
        "job-unknown", block,
        "作业不存在。",
        "There is no such job.");

    public static Diagnostic ChoiceInvalid(string block = "") => Error(
        "choice", block,
        "选择的成员不在允许范围内，或人数不符。请重新选择。",
        "The chosen members are not among those allowed, or too few or too many. Choose again.");

    public static Diagnostic ChoiceMissing(string block = "") => Error(
        "choice-missing", block,
        "需要先选择下一步的处理人。请选择后再提交。",
        "The people of a later step have to be chosen first. Choose them and submit again.");

    public static Diagnostic NobodyFound(string block = "") => Error(
        "nobody-found", block,
        "找不到处理人，不能提交。请联系管理员调整流程或组织。",
        "Nobody is found to be asked, so it cannot be submitted. Ask an administrator to amend the flow or the organisation.");

    public static Diagnostic SelfForbidden(string block = "") => Error(
        "self-forbidden", block,
        "发起人不能审批自己的申请。请联系管理员调整流程。",
        "The initiator cannot decide on his own matter. Ask an administrator to amend the flow.");

    public static Diagnostic JumpSource(string block = "") => Error(
        "jump-source", block,
        "请指明从哪一步跳转。",
        "Say from which step to jump; several are open, or none.");

    public static Diagnostic DoneBefore(string block = "") => Error(
        "done-before", block,
        "这一步在退回之前已执行过。重试会再执行一次，跳过则不再执行。",
        "This step was carried out before the return. Retry to do it once more, or skip it.");

    public static Diagnostic NothingChosen(string block = "") => Error(
        "nothing-holds", block,
        "没有一条分支的条件成立，也没有默认分支。请修改数据后重试。",
        "No branch has a condition that holds, and none is the default. Correct the record and retry.");

    public static Diagnostic AssigneeFailed(string block = "") => Error(
        "nobody", block,
        "找不到处理人。请调整流程或组织后重试，或跳过这一步。",
        "Nobody is found to be asked. Amend the flow or the organisation and retry, or skip the step.");

    private static Diagnostic Error(string code, string block, string chinese, string english)
        => new("flow." + code, Severity.Error, block, new LocalizedText(chinese, english));
}
