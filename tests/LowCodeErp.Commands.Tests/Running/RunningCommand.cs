using System.Diagnostics;
using System.Globalization;

namespace LowCodeErp.Commands.Tests.Running;

/// <summary>The real program as a process of its own, as a person or a script starts it.</summary>
internal sealed class RunningCommand : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "LowCodeErp.Web.dll");
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private RunningCommand(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    public static RunningCommand Start(string folder, IReadOnlyDictionary<string, string?> environment, IEnumerable<string> args)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    /// <summary>SIGKILL: nothing of the program runs any more, not even a finally.</summary>
    public void Kill() => _process.Kill();

    public async Task<CommandResult> WaitAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        using var clock = new PeriodicTimer(Glance);
        var peak = 0L;
        while (!_process.HasExited)
        {
            peak = Math.Max(peak, ReadPeakMemory());
            await clock.WaitForNextTickAsync(limit.Token);
        }

        await _process.WaitForExitAsync(limit.Token);
        return new(_process.ExitCode, await _output, await _error, peak);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>The kernel keeps the maximum itself, so glances miss nothing but the last moments; 0 where there is no such file.</summary>
    private long ReadPeakMemory()
    {
        try
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            // The process ended between the two looks; what was read before counts.
            return 0;
        }
    }
}
