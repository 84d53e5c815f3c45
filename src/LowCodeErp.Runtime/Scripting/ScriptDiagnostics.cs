using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Scripting;

namespace LowCodeErp.Runtime.Scripting;

/// <summary>Why a script has no result.</summary>
public static class ScriptDiagnostics
{
    public static Diagnostic TooLong(int bytes, int maximum) => Error(
        "too-long", "",
        $"脚本有 {bytes} 字节，最多 {maximum} 字节；请缩短，或把计算改为公式。",
        $"The script has {bytes} bytes, at most {maximum} are possible; shorten it, or let formulas compute part of it.");

    public static Diagnostic TooDeep(int line, int column, int maximum) => Error(
        "too-deep", Place(line, column),
        $"此处括号嵌套或一个表达式中的运算符超过 {maximum} 个；请拆成几个语句。",
        $"More than {maximum} nested brackets, or operators in one expression, here; split it into several statements.");

    public static Diagnostic InputInvalid(string reason) => Error(
        "input-invalid", "",
        $"输入不是 JSON，或嵌套过深（{reason}）。请检查 input 的内容。",
        $"The input is not JSON, or too deeply nested ({reason}). Check what input is given.");

    public static Diagnostic InputTooLong(int characters, int maximum) => Error(
        "input-too-long", "",
        $"输入有 {characters} 个字符，最多 {maximum} 个；请只传入脚本需要的数据。",
        $"The input has {characters} characters, at most {maximum} are possible; pass only what the script needs.");

    public static Diagnostic TooManyWaiting(int waiting) => Error(
        "too-many-waiting", "",
        $"已有 {waiting} 个脚本在等待，请稍后再试；若经常如此，请增大设置 Scripts:Workers。",
        $"{waiting} scripts are waiting already, try again later; if this happens often, raise the setting Scripts:Workers.");

    public static Diagnostic Busy(TimeSpan deadline) => Error(
        "busy", "",
        $"{deadline.TotalSeconds:0.###} 秒内没有轮到此脚本，请稍后再试；若经常如此，请增大设置 Scripts:Workers。",
        $"No worker was free within {deadline.TotalSeconds:0.###} s, try again later; if this happens often, raise the setting Scripts:Workers.");

    public static Diagnostic Stopping() => Error(
        "stopping", "", "服务正在停止，脚本没有运行完；重启后请重试。", "The server is stopping, so the script did not finish; try again after the restart.");

    public static Diagnostic NoWorker(string reason) => Error(
        "no-worker", "",
        $"无法启动脚本进程（{reason}）。请管理员检查程序文件、临时文件夹与系统的进程数限制。",
        $"The process for scripts cannot be started ({reason}). An administrator should check the program's files, the temporary folder and the system's limit of processes.");

    public static Diagnostic TimedOut(TimeSpan deadline) => TimedOut("", deadline);

    public static Diagnostic Crashed() => Error(
        "crashed", "",
        "脚本使解释器进程意外终止；请检查是否有无止境的递归或循环，或占用内存过多。",
        "The script ended the process of its interpreter; look for endless recursion or loops, or for something very large.");

    public static Diagnostic OutputInvalid() => Error(
        "output-invalid", "",
        "脚本返回的内容不是有效的 JSON，或嵌套过深；请只返回文本、数字、真假、数组和普通对象。",
        "What the script returned is no valid JSON, or too deeply nested; return texts, numbers, booleans, arrays and plain objects only.");

    public static Diagnostic RecursionTooDeep(string place = "") => Error(
        "recursion-too-deep", place,
        "函数相互调用的层数过多；请检查递归是否会结束，或改用循环。",
        "Functions call each other too deeply; check that the recursion ends, or use a loop.");

    public static Diagnostic OutOfMemory(string place = "") => Error(
        "out-of-memory", place,
        "脚本占用的内存过多；请分批处理，避免拼接很长的文本或数组（上限为设置 Scripts:MemoryMegabytes）。",
        "The script needs too much memory; work in parts, without very long texts or lists (the limit is the setting Scripts:MemoryMegabytes).");

    /// <summary>What the worker says of the script.</summary>
    internal static Diagnostic Of(ScriptFailure failure, TimeSpan deadline)
    {
        var place = Place(failure.Line, failure.Column);
        return failure.Kind switch
        {
            ScriptFailureKind.Syntax => Error(
                "syntax", place,
                $"脚本有语法错误：{failure.Message}（支持 ECMAScript 5：用 var 和 function，不用 let、const 和 =>）。",
                $"The script cannot be read: {failure.Message} (it is ECMAScript 5: var and function, not let, const or =>)."),
            ScriptFailureKind.Thrown => Error(
                "thrown", place, $"脚本出错：{failure.Message}。请在此处检查数据，或用 try … catch 处理。", $"The script failed: {failure.Message}. Check the data here, or use try … catch."),
            ScriptFailureKind.TimeLimit => TimedOut(place, deadline),
            ScriptFailureKind.StepLimit => Error(
                "too-many-steps", place, "脚本执行的语句过多；请检查循环是否会结束。", "The script takes too many steps; check that its loops end."),
            ScriptFailureKind.RecursionLimit => RecursionTooDeep(place),
            ScriptFailureKind.MemoryLimit => OutOfMemory(place),
            ScriptFailureKind.PatternLimit => Error(
                "pattern-too-slow", place,
                "正则表达式匹配时间过长；请避免嵌套的重复，例如 (a+)+。",
                "A regular expression takes too long to match; avoid repetition within repetition, such as (a+)+."),
            ScriptFailureKind.SizeLimit => Error(
                "too-large", place,
                $"列表、文本或结果过长，或嵌套过深：{failure.Message} 请减少一次处理的数据。",
                $"A list, a text or the result is too long or too deep: {failure.Message} Work on less at a time."),
            _ => Error("broken", place, $"脚本解释器无法执行此处：{failure.Message}。请换一种写法。", $"The interpreter cannot do this: {failure.Message}. Write it in another way."),
        };
    }

    private static Diagnostic TimedOut(string place, TimeSpan deadline) => Error(
        "timed-out", place,
        $"脚本在 {deadline.TotalSeconds:0.###} 秒内没有完成，已被终止；请检查循环是否会结束，或分批处理。",
        $"The script did not finish within {deadline.TotalSeconds:0.###} s and was stopped; check that its loops end, or work in parts.");

    private static string Place(int line, int column) => line > 0 ? $"{line}:{column}" : "";

    private static Diagnostic Error(string code, string path, string chinese, string english) => new("script." + code, Severity.Error, path, new(chinese, english));
}
