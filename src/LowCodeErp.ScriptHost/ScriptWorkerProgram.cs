using LowCodeErp.Core.Scripting;

namespace LowCodeErp.ScriptHost;

/// <summary>
/// The worker process: reads calls from standard input, one after another, and writes an answer to each to standard output. It ends
/// when standard input does, which is also what happens when the process that started it dies.
/// </summary>
public static class ScriptWorkerProgram
{
    /// <summary>What the program is called with to be a worker.</summary>
    public const string Command = "script-host";

    /// <summary>The interpreter walks through a program by recursion; 16 KB of brackets need less than this.</summary>
    private const int StackSize = 64 * 1024 * 1024;

    public static async Task RunAsync()
    {
        AppDomain.CurrentDomain.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", ScriptLimits.PatternTime);
        await using var calls = Console.OpenStandardInput();
        await using var answers = Console.OpenStandardOutput();
        // Only answers go there.
        Console.SetOut(TextWriter.Null);
        Rights.GiveUp();
        // Also says that the worker is ready, with everything loaded and compiled.
        answers.Write(ScriptMessages.Write(ScriptRun.Run(WarmUp.Call)));
        while (await ScriptMessages.ReadCallAsync(calls, CancellationToken.None) is { } call)
        {
            // The next read begins at once, so that the end of the pipe is seen while a script runs; a background thread ends with the process.
            new Thread(() => answers.Write(ScriptMessages.Write(ScriptRun.Run(call))), StackSize) { IsBackground = true }.Start();
        }
    }
}
