using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Flows;

/// <summary>Why a command on an instance is not carried out, before the rules of the flow are asked; in words for whoever gave it.</summary>
public static class FlowCommandDiagnostics
{
    public static Diagnostic UnknownFlow(string key) => Error(
        "flow.unknown", $"没有流程“{key}”；它可能已被移除，请刷新页面。", $"There is no flow \"{key}\"; it may have been removed, refresh the page.");

    public static Diagnostic UnknownInstance() => Error(
        "flow.instance-gone", "这个流程实例已不存在，它的数据可能已被彻底删除；请刷新页面。", "This instance is gone, perhaps with its record; refresh the page.");

    public static Diagnostic RecordGone(LocalizedText form) => Error(
        "flow.record-gone",
        $"这条“{form.Chinese}”已被删除，不能提交；请先从回收站恢复。",
        $"This record of \"{form.In(Words)}\" was deleted and cannot be submitted; restore it from the trash first.");

    public static Diagnostic NotYoursToSubmit(LocalizedText form) => Error(
        "flow.submit-refused",
        $"您不能修改这条“{form.Chinese}”，所以也不能提交它；请联系管理员授权。",
        $"You may not edit this record of \"{form.In(Words)}\" and therefore not submit it; ask an administrator for the right.");

    public static Diagnostic TooDeep(LocalizedText flow, int most) => Error(
        "flow.too-deep",
        $"流程“{flow.Chinese}”没有开始：已有 {most} 个流程因前一个流程的修改而接连开始，可能会无休止地循环；请修改它们的开始条件。",
        $"\"{flow.In(Words)}\" was not begun: {most} flows have set each other going already, perhaps without end; change the conditions under which they begin.");

    public static Diagnostic NotByHand(LocalizedText flow) => Error(
        "flow.not-by-hand",
        $"流程“{flow.Chinese}”不能这样发起，它有自己的开始方式；请刷新页面。",
        $"\"{flow.In(Words)}\" is not begun like this; it says itself when it begins. Refresh the page.");

    public static Diagnostic ConditionUnmet(LocalizedText flow) => Error(
        "flow.start-condition",
        $"这条数据还不符合“{flow.Chinese}”的发起条件；请检查其内容后再提交。",
        $"The record does not meet the condition under which \"{flow.In(Words)}\" begins; check what it holds, then submit it again.");

    public static Diagnostic RunningAlready(LocalizedText flow) => Error(
        "flow.running-already",
        $"这条数据已有一个未结束的“{flow.Chinese}”；请等它结束，或先撤回。",
        $"The record is in a running \"{flow.In(Words)}\" already; wait until it has ended, or withdraw it first.");

    public static Diagnostic OnlyAdministrators(LocalizedText flow) => Error(
        "flow.only-administrators",
        $"只有应用管理员才能干预“{flow.Chinese}”的流程实例；请联系管理员。",
        $"Only administrators of the app may intervene in instances of \"{flow.In(Words)}\"; ask one of them.");

    public static Diagnostic NotParticipant(LocalizedText flow) => Error(
        "flow.not-participant",
        $"您没有参与这个“{flow.Chinese}”，不能把它抄送给别人；请联系发起人。",
        $"You had no part in this \"{flow.In(Words)}\" and cannot send copies of it; ask its initiator.");

    public static Diagnostic SomebodyElsesCommand() => Error(
        "flow.command-reused", "这个操作编号已被另一个人的操作使用；请刷新页面后重试。", "The id of this command was used by somebody else; refresh the page and try again.");

    public static Diagnostic NoRecordWithIt() => Error(
        "flow.record-unexpected",
        "这个操作不能同时修改数据；请先保存数据，再进行此操作。",
        "The record cannot be changed with this command; save it first, then give the command.");

    /// <summary>Nothing is stored: neither the record nor the decision.</summary>
    public static Diagnostic RecordConflict(ChangeConflict change, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change is not { ChangedBy: { } who, At: { } at } || change.IsDeleted)
        {
            return Error("flow.record-conflict", "这条数据已被删除或不再可见，操作没有执行；请刷新页面。", "The record was deleted or is out of sight by now, and nothing was done; refresh the page.");
        }

        var time = TimeZoneInfo.ConvertTimeFromUtc(at, zone).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        var (chinese, english) = (string.Join('、', change.Fields.Select(field => field.Label.Chinese)), string.Join(", ", change.Fields.Select(field => field.Label.In(Words))));
        return Error(
            "flow.record-conflict",
            $"{who}在 {time} 修改了这条数据{(chinese.Length == 0 ? "" : $"（{chinese}）")}，操作没有执行；请刷新页面，看过修改后再操作。",
            $"{who} changed the record at {time}{(english.Length == 0 ? "" : $" ({english})")}, and nothing was done; refresh the page, look at the changes and try again.");
    }

    public static Diagnostic RecordUnconfirmed(LocalizedText warning)
    {
        ArgumentNullException.ThrowIfNull(warning);
        return Error(
            "flow.record-unconfirmed", $"请先确认提示：{warning.Chinese}", $"Confirm the warning first: {warning.In(Words)}");
    }

    public static Diagnostic Busy() => Error(
        "flow.busy", "许多人同时在处理这个流程实例，操作没有完成；请稍后重试。", "Many people work on this instance at once, and the command did not get through; try again in a moment.");

    internal static System.Globalization.CultureInfo Words { get; } = System.Globalization.CultureInfo.GetCultureInfo("en");

    private static Diagnostic Error(string code, string chinese, string english) => new(code, Severity.Error, "", new(chinese, english));
}
