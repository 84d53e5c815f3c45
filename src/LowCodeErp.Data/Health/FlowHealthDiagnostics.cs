using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Data.Health;

/// <summary>What can be wrong with stored instances of flows, in words for the operator. The path is <c>sys_flow_instance.</c> and the id of the instance.</summary>
public static class FlowHealthDiagnostics
{
    public static Diagnostic Unsound(FlowInstance instance, string finding) => Error("flow-instance", instance.Id, new(
        $"流程“{instance.Flow}”的 {instance.Id} 号实例“{instance.Title}”前后矛盾：{finding} 请让管理员把它跳转到一个步骤，或终止它，并报告此问题。",
        $"Instance {instance.Id} (\"{instance.Title}\") of flow \"{instance.Flow}\" contradicts itself: {finding} Let an administrator move it to a step or terminate it, and report this."));

    /// <param name="reason">Null where that version of the flow is not there at all.</param>
    public static Diagnostic CannotRun(FlowInstance instance, Diagnostic? reason) => Error("flow-version", instance.Id, new(
        $"流程“{instance.Flow}”的 {instance.Id} 号实例“{instance.Title}”不能继续：{reason?.Message.Chinese ?? "它开始时的流程版本不存在。"} 请恢复它所用的字段并重新发布，或从备份恢复该版本。",
        $"Instance {instance.Id} (\"{instance.Title}\") of flow \"{instance.Flow}\" cannot go on: {reason?.Message.In(English) ?? "the version of the flow that it began with is not there."} Publish the fields that it reads again, or restore that version from a backup."));

    /// <param name="dueAt">In UTC.</param>
    public static Diagnostic TimerLate(long instance, int timer, DateTime dueAt) => Error("flow-timer", instance, new(
        $"{instance} 号流程实例的计时器 {timer} 在 {Say(dueAt)} 已到期，却没有触发。请启动服务器；如果服务器一直在运行，请看它的日志，其中写着原因。",
        $"Timer {timer} of flow instance {instance} was due at {Say(dueAt)} and has not fired. Start the server; where one was running all the time, its log says why."));

    /// <param name="since">In UTC.</param>
    public static Diagnostic JobLate(long instance, int job, string kind, DateTime since) => Error("flow-job", instance, new(
        $"{instance} 号流程实例的任务 {job}（{kind}）从 {Say(since)} 起就该执行，却没有人执行。请启动服务器；如果服务器一直在运行，请看它的日志。",
        $"Job {job} ({kind}) of flow instance {instance} should have been carried out since {Say(since)}, and nobody has. Start the server; where one was running all the time, see its log."));

    public static Diagnostic JobUntold(long instance, int job, string kind, int attempts) => Error("flow-job-untold", instance, new(
        $"{instance} 号流程实例的任务 {job}（{kind}）已执行 {attempts} 次，实例却不接受结果。服务器日志中写着原因；请排除它，或让管理员终止该实例。",
        $"Job {job} ({kind}) of flow instance {instance} was carried out {attempts} times, but the instance does not take the result. The log of the server says why; mend that, or let an administrator terminate the instance."));

    public static Diagnostic StartLate(PendingStart start) => new(
        "health.flow-start", Severity.Error, string.Create(CultureInfo.InvariantCulture, $"sys_flow_start.{start.CommandId}"), new(
            $"流程“{start.Flow}”本该在 {Say(start.At)} 因数据 {start.RecordId} 开始，却没有开始：{start.Chinese ?? "没有服务器在运行。"} 请排除原因；之后它会自动开始，不再重试的请手工提交该数据。",
            $"Flow \"{start.Flow}\" should have begun at {Say(start.At)} for record {start.RecordId} and has not: {start.English ?? "no server runs."} Mend that, and it begins by itself; where it is not tried again, submit the record by hand."));

    private static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en");

    private static string Say(DateTime moment) => moment.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static Diagnostic Error(string code, long instance, LocalizedText message)
        => new("health." + code, Severity.Error, string.Create(CultureInfo.InvariantCulture, $"sys_flow_instance.{instance}"), message);
}
