using System.Collections.Concurrent;
using System.ComponentModel;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Scripting;

namespace LowCodeErp.Runtime.Scripting;

/// <summary>
/// Worker processes that are started when they are needed and kept for the next script. One that a script wore out, or that failed
/// in any way, is killed with everything it started, and never used again.
/// </summary>
public sealed class ScriptPool(ScriptSettings settings, ScriptProgram program, TimeProvider clock) : IScripts, IAsyncDisposable
{
    /// <summary>Of the time left, what the script gets: one that is too slow mostly says so itself, and its worker lives on.</summary>
    private const double ScriptShare = 0.9;

    private readonly ConcurrentStack<ScriptWorker> _idle = new();
    private readonly SemaphoreSlim _turns = new(settings.Workers);
    private readonly CancellationTokenSource _stopping = new();
    private int _callers;

    public async Task<ScriptResult> RunAsync(ScriptRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Diagnostic[] mistakes = [.. ScriptText.Check(request.Source), .. ScriptJsonText.Check(request.InputJson)];
        if (mistakes.Length > 0)
        {
            return ScriptResult.Failed(mistakes);
        }

        try
        {
            return Interlocked.Increment(ref _callers) > settings.Workers + settings.Waiting
                ? ScriptResult.Failed(ScriptDiagnostics.TooManyWaiting(settings.Waiting))
                : await RunInTurnAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _callers);
        }
    }

    /// <summary>Stops running scripts and ends every worker.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync();
        // Each turn comes back when its worker has been killed.
        for (var turn = 0; turn < settings.Workers; turn++)
        {
            await _turns.WaitAsync();
        }

        while (_idle.TryPop(out var worker))
        {
            await worker.DisposeAsync();
        }
    }

    private async Task<ScriptResult> RunInTurnAsync(ScriptRequest request, CancellationToken cancellationToken)
    {
        using var deadline = new ScriptDeadline(request.Deadline, settings, clock, cancellationToken, _stopping.Token);
        try
        {
            await _turns.WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ScriptResult.Failed(_stopping.IsCancellationRequested ? ScriptDiagnostics.Stopping() : ScriptDiagnostics.Busy(deadline.Limit));
        }

        try
        {
            return await RunOnWorkerAsync(request, deadline, cancellationToken);
        }
        finally
        {
            _turns.Release();
        }
    }

    private async Task<ScriptResult> RunOnWorkerAsync(ScriptRequest request, ScriptDeadline deadline, CancellationToken cancellationToken)
    {
        try
        {
            var worker = _idle.TryPop(out var idle) ? idle : await ScriptWorker.StartAsync(program, settings, deadline.Token);
            return await RunAsync(worker, request, deadline, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ScriptResult.Failed(_stopping.IsCancellationRequested ? ScriptDiagnostics.Stopping() : ScriptDiagnostics.Busy(deadline.Limit));
        }
        catch (Exception exception) when (exception is Win32Exception or WorkerFailedException or IOException or UnauthorizedAccessException)
        {
            // The machine refuses a process or a folder. The script is not to blame, and neither is whoever called.
            return ScriptResult.Failed(ScriptDiagnostics.NoWorker(exception.Message));
        }
    }

    private async Task<ScriptResult> RunAsync(ScriptWorker worker, ScriptRequest request, ScriptDeadline deadline, CancellationToken cancellationToken)
    {
        var isKept = false;
        try
        {
            var call = new ScriptCall(request.Source, request.InputJson, (int)(deadline.Left.TotalMilliseconds * ScriptShare) + 1, request.Zone.ToSerializedString());
            var answer = await worker.RunAsync(call, deadline.Token);
            isKept = IsHarmless(answer.Failure) && !worker.IsWorn(settings);
            return Read(answer, deadline.Limit);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ScriptResult.Failed(_stopping.IsCancellationRequested ? ScriptDiagnostics.Stopping() : ScriptDiagnostics.TimedOut(deadline.Limit));
        }
        catch (WorkerFailedException)
        {
            // Its last words say why it ended; they are complete when it is gone.
            await worker.DisposeAsync();
            return ScriptResult.Failed(DescribeEnd(await worker.ReadComplaintsAsync()));
        }
        finally
        {
            await KeepOrEndAsync(worker, isKept);
        }
    }

    private ValueTask KeepOrEndAsync(ScriptWorker worker, bool isKept)
    {
        if (!isKept)
        {
            return worker.DisposeAsync();
        }

        _idle.Push(worker);
        return ValueTask.CompletedTask;
    }

    /// <summary>A mistake in a script leaves nothing behind. After any limit the interpreter may be in the middle of something.</summary>
    private static bool IsHarmless(ScriptFailure? failure) => failure is null or { Kind: ScriptFailureKind.Syntax or ScriptFailureKind.Thrown };

    private static ScriptResult Read(ScriptAnswer answer, TimeSpan limit)
        => answer.Failure is { } failure ? new(null, answer.Log, [ScriptDiagnostics.Of(failure, limit)])
            : answer.Output is { } output && ScriptJsonText.IsValid(output) ? new(output, answer.Log, [])
            : new(null, answer.Log, [ScriptDiagnostics.OutputInvalid()]);

    private static Diagnostic DescribeEnd(string complaints)
        => complaints.Contains("Stack overflow", StringComparison.OrdinalIgnoreCase) ? ScriptDiagnostics.RecursionTooDeep()
            : complaints.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) || complaints.Contains(nameof(OutOfMemoryException), StringComparison.Ordinal) ? ScriptDiagnostics.OutOfMemory()
            : ScriptDiagnostics.Crashed();
}
