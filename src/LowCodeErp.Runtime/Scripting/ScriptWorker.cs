using System.Diagnostics;
using System.Text;
using System.Text.Json;
using LowCodeErp.Core.Scripting;

namespace LowCodeErp.Runtime.Scripting;

/// <summary>A worker process, from its start to its end. It is spoken to by one script at a time.</summary>
internal sealed class ScriptWorker : IAsyncDisposable
{
    private const int ComplaintLength = 2_000;

    /// <summary>Killed processes end at once, unless the machine itself hangs.</summary>
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);

    /// <summary>Without these the runtime may not find itself (DOTNET_ROOT) or the system's libraries (SystemRoot).</summary>
    private static readonly string[] _inherited = ["DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "SystemRoot"];

    private readonly Process _process;
    private readonly DirectoryInfo _folder;
    private readonly Task<string> _complaints;
    private int _uses;
    private bool _isOver;

    private ScriptWorker(Process process, DirectoryInfo folder)
    {
        _process = process;
        _folder = folder;
        _complaints = ReadComplaintsAsync(process.StandardError);
    }

    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    /// <exception cref="WorkerFailedException">It was started and is no worker.</exception>
    public static async Task<ScriptWorker> StartAsync(ScriptProgram program, ScriptSettings settings, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("lowcode-script-");
        ScriptWorker worker;
        try
        {
            worker = new(Process.Start(Describe(program, settings, folder.FullName))!, folder);
        }
        catch
        {
            folder.Delete();
            throw;
        }

        try
        {
            await worker.ReadAsync(cancellationToken);
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether the next script should have another worker.</summary>
    public bool IsWorn(ScriptSettings settings)
    {
        _process.Refresh();
        return _uses >= settings.Uses || _process.HasExited || _process.WorkingSet64 > settings.WorkerMegabytes * 1024L * 1024;
    }

    public async Task<ScriptAnswer> RunAsync(ScriptCall call, CancellationToken cancellationToken)
    {
        _uses++;
        try
        {
            // Not every pipe can be interrupted; whoever gives up kills the worker, and that ends the pipe.
            await _process.StandardInput.BaseStream.WriteAsync(ScriptMessages.Write(call), CancellationToken.None).AsTask().WaitAsync(cancellationToken);
            await _process.StandardInput.BaseStream.FlushAsync(CancellationToken.None).WaitAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            throw new WorkerFailedException("The worker does not listen.", exception);
        }

        return await ReadAsync(cancellationToken);
    }

    /// <summary>What it wrote to standard error. To be asked after its end.</summary>
    public Task<string> ReadComplaintsAsync() => _complaints.WaitAsync(EndLimit);

    public async ValueTask DisposeAsync()
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().WaitAsync(EndLimit);
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static ProcessStartInfo Describe(ScriptProgram program, ScriptSettings settings, string folder)
    {
        var start = new ProcessStartInfo(program.FileName, program.Arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        var kept = _inherited.Where(start.Environment.ContainsKey).ToDictionary(name => name, name => start.Environment[name]);
        // Connection strings and passwords live in the environment of servers; a script has no business there.
        start.Environment.Clear();
        foreach (var (name, value) in kept.Concat(Surroundings(settings, folder)))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static Dictionary<string, string?> Surroundings(ScriptSettings settings, string folder) => new()
    {
        ["HOME"] = folder,
        ["TMPDIR"] = folder,
        ["TMP"] = folder,
        ["DOTNET_GCHeapHardLimit"] = $"0x{settings.MemoryMegabytes * 1024L * 1024:X}",
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_gcServer"] = "0",
        // No door for debuggers and profilers, no dumps.
        ["DOTNET_EnableDiagnostics"] = "0",
        ["DOTNET_DbgEnableMiniDump"] = "0",
        // Texts compare the same on every machine, and the worker starts faster.
        ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
    };

    private async Task<ScriptAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await ScriptMessages.ReadAnswerAsync(_process.StandardOutput.BaseStream, CancellationToken.None).WaitAsync(cancellationToken);
            return answer ?? throw new WorkerFailedException("The worker ended.");
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or JsonException)
        {
            throw new WorkerFailedException("The worker wrote no answer.", exception);
        }
    }

    /// <summary>Reads to the end, so that the worker never waits for a reader, and keeps the beginning, where the reason stands.</summary>
    private static async Task<string> ReadComplaintsAsync(StreamReader errors)
    {
        var kept = new StringBuilder();
        var buffer = new char[ComplaintLength];
        while (await errors.ReadAsync(buffer) is var read and > 0)
        {
            kept.Append(buffer, 0, Math.Min(read, ComplaintLength - kept.Length));
        }

        return kept.ToString();
    }
}
