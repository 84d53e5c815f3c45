using LowCodeErp.Runtime.Scripting;

namespace LowCodeErp.Commands.Tests.Scripting;

/// <summary>The engine's side of scripts in this process, with the real program as workers.</summary>
public sealed class ScriptWorkers : IAsyncLifetime
{
    /// <summary>Starting a process takes its time on a busy machine; scripts that are meant to end have plenty.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    internal ScriptPool Pool { get; } = Create(new());

    internal static ScriptPool Create(ScriptSettings settings) => new(settings, Program, TimeProvider.System);

    internal static ScriptProgram Program { get; } = new("dotnet", Path.Combine(AppContext.BaseDirectory, "LowCodeErp.Web.dll"), "script-host");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => Pool.DisposeAsync();

    internal Task<ScriptResult> RunAsync(string source, string input = "null", TimeSpan? deadline = null)
        => Pool.RunAsync(new(source, input) { Deadline = deadline ?? Patience }, TestContext.Current.CancellationToken);

    /// <summary>The value of a script that has to succeed.</summary>
    internal async Task<string> EvaluateAsync(string source, string input = "null")
    {
        var result = await RunAsync(source, input);
        Assert.Empty(result.Diagnostics);
        return result.OutputJson!;
    }
}
