using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Flows.Work;

/// <summary>Why a job failed, in words for the administrator who resolves the incident.</summary>
public static class FlowJobDiagnostics
{
    public static Diagnostic UnknownKind(string kind) => new(
        "flow.job.unknown", Severity.Error, "", new(
            $"本程序不认识“{kind}”这种任务；请升级程序后重试这个步骤。", $"This program knows no jobs of the kind \"{kind}\"; retry the step once the program is upgraded."));

    public static Diagnostic TimerCrashed(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new(
            "flow.timer.crashed", Severity.Error, "", new(
                $"定时器触发时出错：{exception.Message} 系统会继续重试；请查看服务器日志。", $"The timer failed: {exception.Message} It is tried again; look into the log of the server."));
    }

    public static Diagnostic StartCrashed(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new(
            "flow.start.crashed", Severity.Error, "", new(
                $"流程开始时出错：{exception.Message} 系统会继续重试；请查看服务器日志。", $"The flow could not begin: {exception.Message} It is tried again; look into the log of the server."));
    }

    public static Diagnostic Crashed(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new(
            "flow.job.crashed", Severity.Error, "", new(
                $"执行任务时出错：{exception.Message} 请查看服务器日志后重试这个步骤。", $"The job failed: {exception.Message} Look into the log of the server, then retry the step."));
    }

    /// <param name="reason">Why the instance did not go on with the result.</param>
    public static Diagnostic NotTaken(Diagnostic reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return new(
            "flow.job.not-taken", Severity.Error, "", new(
                $"任务已完成，但流程多次不能接受它的结果：{reason.Message.Chinese} 请排除原因后重试这个步骤；任务会以相同的幂等键再执行一次。",
                $"The job was carried out, but its step could not go on with the result, time and again: {reason.Message.English ?? reason.Message.Chinese} Mend that, then retry the step; the job is carried out once more, under the same idempotency key."));
    }
}
